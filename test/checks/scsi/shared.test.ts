import { check } from '../../../src/check';
import type { ConvertOptions } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';
import { scsiDevice } from '../../host/scsi-device';

/** Two paths to one disk. */
const host: HostFacts = {
  schema: 1,
  scsi: [0, 1].map((n) =>
    scsiDevice({
      hctl: { host: n, channel: 0, target: 0, lun: '0' },
      wwid: 'naa.5000c50000000001',
      block: { path: `/dev/sd${'ab'[n]}`, links: [] },
      sg: { path: `/dev/sg${n}`, links: [] },
    }),
  ),
};

function checked(devices: readonly string[], options: ConvertOptions = {}) {
  return check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${devices.join('')}</devices></domain>`,
    { qemuVersion: '10.0', host, ...options },
  ).diagnostics;
}

function twice(...devices: string[]): string[] {
  return checked(devices).flatMap(({ code, severity }) =>
    code === 'disk-source-twice' || code === 'hostdev-duplicate' ? [`${severity} ${code}`] : [],
  );
}

const lun = (dev: string, target: string, rest = '') =>
  `<disk type='block' device='lun'><source dev='${dev}'/><target dev='${target}' bus='scsi'/>${rest}</disk>`;
const hostdev = (adapter: number, rest = '') =>
  `<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host${adapter}'/><address bus='0' target='0' unit='0'/></source>${rest}</hostdev>`;
const SHARED = '<shareable/>';

test('one LUN by two paths is there twice, though nothing locks it', () => {
  expect(twice(lun('/dev/sda', 'sda'), lun('/dev/sdb', 'sdb'))).toEqual(['warning disk-source-twice']);
  expect(twice(lun('/dev/sda', 'sda'), hostdev(1))).toEqual(['warning disk-source-twice']);
  expect(twice(hostdev(0), hostdev(1))).toEqual(['warning disk-source-twice']);
  expect(twice(hostdev(0, SHARED), hostdev(1, SHARED))).toEqual([]);
});

test('one node twice is locked, and two hostdevs of it are refused', () => {
  expect(twice(lun('/dev/sda', 'sda'), lun('/dev/sda', 'sdb'))).toEqual(['error disk-source-twice']);
  expect(twice(hostdev(0), hostdev(0))).toEqual(['error hostdev-duplicate']);
  expect(twice(lun('/dev/sda', 'sda'), hostdev(0))).toEqual(['error disk-source-twice']);
  expect(twice(hostdev(0), lun('/dev/sda', 'sda'))).toEqual(['error disk-source-twice']);
});

test('two that each go with a third do not have to go with each other', () => {
  const reads = '<readonly/>';
  const both = lun('/dev/sda', 'sda', `${SHARED}${reads}`);
  expect(twice(both, lun('/dev/sdb', 'sdb', reads))).toEqual([]);
  expect(twice(both, lun('/dev/sdb', 'sdc', SHARED))).toEqual([]);
  expect(twice(both, lun('/dev/sdb', 'sdb', reads), lun('/dev/sdb', 'sdc', SHARED))).toEqual([
    'error disk-source-twice',
  ]);
});

test('two hostdevs that are refused for each other hide no disk that one of them has', () => {
  expect(twice(hostdev(0), lun('/dev/sda', 'sda'), hostdev(0)).sort()).toEqual([
    'error disk-source-twice',
    'error disk-source-twice',
    'error hostdev-duplicate',
  ]);
});

test('a lock is on the node: an sg node is another than its block sibling', () => {
  const severities = (both: string[], options: ConvertOptions = {}) =>
    checked(both, options).flatMap(({ code, severity }) => (code === 'disk-source-twice' ? [severity] : []));
  const [luns, mixed] = [
    [lun('/dev/sda', 'sda'), lun('/dev/sda', 'sdb')],
    [lun('/dev/sda', 'sda'), hostdev(0)],
  ];
  expect(severities(luns)).toEqual(['error']);
  expect(severities(luns, { scsiPassthrough: 'generic' })).toEqual(['error']);
  expect(severities(mixed)).toEqual(['error']);
  expect(severities(mixed, { profile: 'libvirt' })).toEqual(['warning']);
});

test.each([
  ['2.9', lun, 'no lock yet', ['warning']],
  ['2.10', lun, 'a lock', ['error']],
  [
    '2.11',
    (dev: string, target: string) => lun(dev, target, SHARED),
    'a lock that does not share',
    ['error'],
  ],
  ['2.12', (dev: string, target: string) => lun(dev, target, SHARED), 'a lock that shares', []],
  ['2.9', (dev: string, target: string) => lun(dev, target, SHARED), 'no lock, and shared', []],
] as const)('one LUN twice in QEMU %s: %3$s', (qemuVersion, one, _, expected) => {
  const said = checked([one('/dev/sda', 'sda'), one('/dev/sda', 'sdb')], { qemuVersion });
  expect(said.flatMap(({ code, severity }) => (code === 'disk-source-twice' ? [severity] : []))).toEqual(
    expected,
  );
});

test('the second is told at its source, and that the first is there', () => {
  const [told] = checked([lun('/dev/sda', 'sda'), hostdev(1)]).filter(
    ({ code }) => code === 'disk-source-twice',
  );
  expect(told?.at?.path).toBe('domain/devices/hostdev/source');
  expect(told?.notes[0]?.at?.path).toBe('domain/devices/disk');
  const [disk] = checked([hostdev(1), lun('/dev/sda', 'sda')]).filter(
    ({ code }) => code === 'disk-source-twice',
  );
  expect(disk?.at?.path).toBe('domain/devices/disk/source');
});

test.each<[what: string, device: string, help: string | undefined]>([
  ['a shared LUN', lun('/dev/sda', 'sda', SHARED), '<reservations'],
  ['a shared LUN of a hostdev', hostdev(0, SHARED), "use <disk device='lun'>"],
  ['one that is read alone', lun('/dev/sda', 'sda', `${SHARED}<readonly/>`), undefined],
  ['one of a single guest', lun('/dev/sda', 'sda'), undefined],
  ['one with raw commands', lun('/dev/sda', 'sda', SHARED).replace('<disk', "<disk rawio='yes'"), undefined],
  [
    'one with reservations',
    lun('/dev/sda', 'sda', SHARED).replace("sda'/>", "sda'><reservations managed='yes'/></source>"),
    undefined,
  ],
  [
    'one on a network',
    `<disk type='network' device='lun'><source protocol='iscsi' name='iqn.2024-01.org.example:a/0'><host name='s'/></source><target dev='sda' bus='scsi'/>${SHARED}</disk>`,
    undefined,
  ],
])('%s, whose guests cannot reserve it', (_what, device, help) => {
  const found = checked([device]).find(({ code }) => code === 'lun-shared-unreserved');
  if (help === undefined) expect(found).toBeUndefined();
  else expect(found?.help).toContain(help);
});

const network = (source: string, target: string, rest = '') =>
  `<disk type='network' device='disk'>${source}<target dev='${target}' bus='scsi'/>${rest}</disk>`;
const iscsi = (portal: string, name: string) =>
  `<source protocol='iscsi' name='iqn.2024-01.org.example:shelf${name}'><host name='${portal}' port='3260'/></source>`;
const rbd = (image: string, monitor: string) =>
  `<source protocol='rbd' name='pool/${image}'><host name='${monitor}'/></source>`;

test('an iSCSI LUN by two portals is there twice, and so is one that is passed through beside it', () => {
  const [one, other] = [iscsi('192.0.2.1', '/0'), iscsi('192.0.2.2', '')];
  expect(twice(network(one, 'sda'), network(other, 'sdb'))).toEqual(['warning disk-source-twice']);
  const passed = `<hostdev mode='subsystem' type='scsi'>${one}</hostdev>`;
  expect(twice(network(other, 'sda'), passed)).toEqual(['warning disk-source-twice']);
  expect(twice(passed, passed)).toEqual(['error hostdev-duplicate']);
  expect(twice(passed, passed.replace('192.0.2.1', '192.0.2.2'))).toEqual(['warning disk-source-twice']);
  expect(twice(network(one, 'sda', SHARED), network(other, 'sdb', SHARED))).toEqual([]);
  expect(twice(network(one, 'sda'), network(iscsi('192.0.2.1', '/1'), 'sdb'))).toEqual([]);
});

test('other images of servers go by server and name', () => {
  expect(twice(network(rbd('a', 'm1'), 'sda'), network(rbd('a', 'm1'), 'sdb'))).toEqual([
    'warning disk-source-twice',
  ]);
  expect(twice(network(rbd('a', 'm1'), 'sda'), network(rbd('b', 'm1'), 'sdb'))).toEqual([]);
  expect(twice(network(rbd('a', 'm1'), 'sda'), network(rbd('a', 'm2'), 'sdb'))).toEqual([]);
});

const nbd = (place: string) => `<source protocol='nbd' name='a'><host ${place}/></source>`;

test('another port or socket is another server', () => {
  const both = (one: string, other: string) => twice(network(nbd(one), 'sda'), network(nbd(other), 'sdb'));
  const [named, socket] = ["name='s'", "transport='unix' socket='/run/a.sock'"];
  expect(both(`${named} port='1'`, `${named} port='1'`)).toEqual(['warning disk-source-twice']);
  expect(both(`${named} port='1'`, `${named} port='2'`)).toEqual([]);
  expect(both(socket, socket)).toEqual(['warning disk-source-twice']);
  expect(both(socket, socket.replace('a.sock', 'b.sock'))).toEqual([]);
});

test('who only reads of a server may do so beside another reader', () => {
  const image = rbd('a', 'm1');
  const readonly = network(image, 'sda', '<readonly/>');
  const drive = network(image, 'sdb').replace("device='disk'", "device='cdrom'");
  expect(twice(readonly, drive)).toEqual([]);
  expect(twice(readonly, network(image, 'sdc'))).toEqual(['warning disk-source-twice']);
  expect(twice(network(image, 'sdc'), drive)).toEqual(['warning disk-source-twice']);
  // QEMU writes to no web server, whoever may.
  const page = "<source protocol='https' name='/a.img'><host name='example.org'/></source>";
  expect(twice(network(page, 'sda'), network(page, 'sdb'))).toEqual([]);
});

/** A LUN that guests share: whether they are said to have no reservations. */
function unreserved(device: string, scsiPassthrough: 'auto' | 'generic'): boolean {
  const xml = `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${device}</devices></domain>`;
  return check(xml, { qemuVersion: '10.0', host, scsiPassthrough }).diagnostics.some(
    ({ code }) => code === 'lun-shared-unreserved',
  );
}

// Tried in a Linux 6.1 guest without capabilities: PERSISTENT RESERVE is EPERM on sda, and goes out on sg0 open for writing.
test('the kernel filters a block node, and no sg node', () => {
  expect(unreserved(hostdev(0, SHARED), 'auto')).toBe(true);
  expect(unreserved(hostdev(0, SHARED), 'generic')).toBe(false);
  expect(unreserved(lun('/dev/sda', 'sda', SHARED), 'auto')).toBe(true);
});
