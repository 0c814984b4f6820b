import { check } from '../../../src/check';
import { Together } from '../../../src/checks/together';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic';
import type { BlockDevice, HostFacts } from '../../../src/host/facts';
import { scsiDevice } from '../../host/scsi-device';

const OPTIONS = { host: { schema: 1 } } as const;

/** What is said of the last of the guests, each of which has a name, a UUID and devices. */
function clashes(...guests: { name: string; uuid?: string; devices: string }[]): string[] {
  const together = new Together();
  let said: string[] = [];
  for (const { name, uuid, devices } of guests) {
    const xml =
      `<domain type='qemu'><name>${name}</name>${uuid === undefined ? '' : `<uuid>${uuid}</uuid>`}` +
      `<memory unit='MiB'>128</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>` +
      `<devices>${devices}</devices></domain>`;
    const { claims } = check(xml, OPTIONS);
    said = together.add(`${name}.xml`, claims).map(({ message }) => message.replace(/ is another.*/, ''));
  }
  return said;
}

const disk = (rest: string) =>
  `<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='/srv/a.img'/><target dev='vda' bus='virtio'/>${rest}</disk>`;
const vnc = (address: string) => `<graphics type='vnc' port='5901' listen='${address}'/>`;
const UUIDS = [
  'c7a5fdbd-edaf-9455-926a-d65c16db1809',
  'c7a5fdbd-edaf-9455-926a-d65c16db180a',
  'c7a5fdbd-edaf-9455-926a-d65c16db180b',
] as const;

test.each([
  ['an image of two', [disk(''), disk('')], ['/srv/a.img']],
  ['an image that both share', [disk('<shareable/>'), disk('<shareable/>')], []],
  ['an image that one shares', [disk('<shareable/>'), disk('')], ['/srv/a.img']],
  ['an image that both read', [disk('<readonly/>'), disk('<readonly/>')], []],
  ['an image that one reads', [disk('<readonly/>'), disk('')], ['/srv/a.img']],
  ['ports of two addresses', [vnc('127.0.0.1'), vnc('127.0.0.2')], []],
  ['a port of all addresses', [vnc('127.0.0.1'), vnc('0.0.0.0')], ['0.0.0.0:5901']],
  [
    'a MAC',
    [
      `<interface type='user'><mac address='52:54:00:00:00:01'/></interface>`,
      `<interface type='user'><mac address='52:54:00:00:00:01'/></interface>`,
    ],
    ['the MAC 52:54:00:00:00:01'],
  ],
  [
    'a tap, and a name that libvirt gave',
    ['tap7', 'vnet0'].map((dev) => `<interface type='ethernet'><target dev='${dev}'/></interface>`),
    [],
  ],
  [
    'an NVMe disk of one that is a device of the other',
    [
      `<disk type='nvme' device='disk'><driver name='qemu' type='raw'/><source type='pci' managed='yes' namespace='1'><address domain='0' bus='1' slot='0' function='0'/></source><target dev='vda' bus='virtio'/></disk>`,
      `<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='1' slot='0' function='0'/></source></hostdev>`,
    ],
    ['PCI device 0000:01:00.0'],
  ],
] as const)('%s', (_, [first, second], expected) => {
  expect(clashes({ name: 'a', devices: first }, { name: 'b', devices: second })).toEqual(expected);
});

const above = (base: string, rest: string) =>
  `<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/srv/top.qcow2'/>` +
  `<backingStore type='file'><format type='raw'/><source file='${base}'/><backingStore/></backingStore>` +
  `<target dev='vdb' bus='virtio'/></disk>${rest}`;

test('an image that one guest writes to and has below another counts as written to', () => {
  const both = { name: 'a', devices: above('/srv/a.img', disk('')) };
  const reader = { name: 'b', devices: disk('<readonly/>') };
  expect(clashes(both, reader)).toEqual(['/srv/a.img']);
  expect(clashes({ name: 'a', devices: above('/srv/a.img', '') }, reader)).toEqual([]);
});

test('of two devices on one image the one counts that does not go with the other guest', () => {
  const reader = disk('<readonly/>');
  const sharer = disk('<shareable/>').replace('vda', 'vdb');
  const both = { name: 'a', devices: reader + sharer };
  expect(clashes(both, { name: 'b', devices: sharer })).toEqual(['/srv/a.img']);
  expect(clashes(both, { name: 'b', devices: reader })).toEqual(['/srv/a.img']);
  const sharingReader = { name: 'a', devices: disk('<readonly/><shareable/>') };
  expect(clashes(sharingReader, { name: 'b', devices: sharer })).toEqual([]);
  expect(clashes(sharingReader, { name: 'b', devices: reader })).toEqual([]);
  expect(clashes(sharingReader, { name: 'b', devices: disk('') })).toEqual(['/srv/a.img']);
});

test('a LUN of the host that no fact tells of goes by its address', () => {
  const lun = (rest: string) =>
    `<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host2'/><address bus='0' target='1' unit='3'/></source>${rest}</hostdev>`;
  expect(clashes({ name: 'a', devices: lun('') }, { name: 'b', devices: lun('') })).toEqual([
    'SCSI device scsi_host2:0:1:3',
  ]);
  const shared = lun('<shareable/>');
  expect(clashes({ name: 'a', devices: shared }, { name: 'b', devices: shared })).toEqual([]);
});

test('a LUN on iSCSI is one, whichever portal and device lead to it', () => {
  const source = (portal: string, lun: string) =>
    `<source protocol='iscsi' name='iqn.2024-01.org.example:shelf${lun}'><host name='${portal}'/></source>`;
  const lunDisk = (portal: string, lun: string, rest = '') =>
    `<disk type='network' device='lun'>${source(portal, lun)}<target dev='sda' bus='scsi'/>${rest}</disk>`;
  const passed = `<hostdev mode='subsystem' type='scsi'>${source('192.0.2.2', '/0')}</hostdev>`;
  const both = (first: string, second: string) =>
    clashes({ name: 'a', devices: first }, { name: 'b', devices: second });
  const [one, shared] = [lunDisk('192.0.2.1', ''), lunDisk('192.0.2.1', '/0', '<shareable/>')];
  const name = 'iSCSI LUN iqn.2024-01.org.example:shelf/0';
  expect(both(one, lunDisk('192.0.2.1', '/0'))).toEqual([name]);
  expect(both(one, passed)).toEqual([name]);
  expect(both(shared, shared)).toEqual([]);
  expect(both(one, lunDisk('192.0.2.1', '/1'))).toEqual([]);
});

test('versions of one guest are not compared, copies of it are', () => {
  const [uuid, other] = UUIDS;
  const one = { name: 'a', uuid, devices: disk('') };
  expect(clashes(one, one)).toEqual([]);
  expect(clashes(one, { ...one, name: 'b' })).toEqual([`the UUID ${uuid}`, '/srv/a.img']);
  expect(clashes(one, { ...one, uuid: other })).toEqual(["the name 'a'", '/srv/a.img']);
  const { name, devices } = one;
  expect(clashes(one, { name, devices })).toEqual([]);
});

test('the second reader of an image does not hide a writer that comes third', () => {
  const said = clashes(
    { name: 'a', devices: disk('<readonly/>') },
    { name: 'b', devices: disk('<readonly/>') },
    { name: 'c', devices: disk('') },
  );
  expect(said).toEqual(['/srv/a.img']);
});

/** Two paths to one LUN, each through a port of its own. */
const PORTS: HostFacts = {
  schema: 1,
  scsi: [0, 1].map((n) =>
    scsiDevice({
      hctl: { host: n, channel: 0, target: 0, lun: '0' },
      wwid: 'naa.5000c50000000001',
      block: { path: `/dev/sd${'ab'[n]!}`, links: [] },
      sg: { path: `/dev/sg${n}`, links: [] },
    }),
  ),
};

/** Guest by guest, the codes that two of a cluster get on one host. */
function cluster(...sources: string[]): string[] {
  return onHost(PORTS, ...sources).map(({ code }) => code);
}

function onHost(host: HostFacts, ...sources: string[]): Diagnostic[] {
  const together = new Together();
  return sources.flatMap((device, n) => {
    const xml = `<domain type='qemu'><name>n${n}</name><uuid>${UUIDS[n]}</uuid><memory unit='MiB'>128</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${device}</devices></domain>`;
    const { claims } = check(xml, { host, qemuVersion: '10.0', profile: 'libvirt' });
    return together.add(`n${n}.xml`, claims);
  });
}

const quorum = (dev: string, reservations = "<reservations managed='yes'/>", rest = '<shareable/>') =>
  `<disk type='block' device='lun'><source dev='${dev}'>${reservations}</source><target dev='sda' bus='scsi'/>${rest}</disk>`;

test.each([
  ['through one port', [quorum('/dev/sda'), quorum('/dev/sda')], ['guests-one-nexus']],
  ['each through a port of its own', [quorum('/dev/sda'), quorum('/dev/sdb')], []],
  ['that only one can reserve', [quorum('/dev/sda'), quorum('/dev/sda', '')], []],
  ['that one has alone', [quorum('/dev/sda'), quorum('/dev/sda', undefined, '')], ['guests-clash']],
] as const)('a LUN that two guests reserve, %s', (_, guests, expected) => {
  expect(cluster(...guests)).toEqual(expected);
});

const passed = (host: number, rest: string) =>
  `<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host${host}'/><address bus='0' target='0' unit='0'/></source>${rest}</hostdev>`;

test.each([
  ['two hostdevs that share', [passed(0, '<shareable/>'), passed(0, '<shareable/>')], 'guests-one-nexus'],
  ['two hostdevs, one of which shares', [passed(0, '<shareable/>'), passed(0, '')], 'guests-clash'],
  ['a hostdev and a LUN that share', [passed(0, '<shareable/>'), quorum('/dev/sda')], 'guests-one-nexus'],
] as const)('the node of a LUN, with the word of the XML: %s', (_, guests, expected) => {
  expect(cluster(...guests)).toEqual([expected]);
});

const device = (path: string, rest: Partial<BlockDevice>): BlockDevice => ({
  path,
  links: [],
  kind: 'disk',
  dev: '8:0',
  size: 1 << 30,
  readOnly: false,
  slaves: [],
  holders: [],
  mounts: [],
  swap: false,
  ...rest,
});

/** A disk by two paths with a map over them, one partition of it, and two volumes on that. */
const PARTED: HostFacts = {
  ...PORTS,
  block: [
    device('/dev/sda', { hctl: '0:0:0:0', holders: ['/dev/dm-0'] }),
    device('/dev/sdb', { hctl: '1:0:0:0', holders: ['/dev/dm-0'] }),
    device('/dev/dm-0', {
      kind: 'dm',
      links: ['/dev/mapper/mpatha'],
      slaves: ['/dev/sda', '/dev/sdb'],
      holders: ['/dev/dm-1'],
      dm: { name: 'mpatha', uuid: 'mpath-a', type: 'multipath' },
    }),
    device('/dev/dm-1', {
      kind: 'dm',
      links: ['/dev/mapper/mpatha1'],
      slaves: ['/dev/dm-0'],
      holders: ['/dev/dm-2', '/dev/dm-3'],
      dm: { name: 'mpatha1', uuid: 'part1-mpath-a', type: 'partition' },
    }),
    ...['db', 'log'].map((name, n) =>
      device(`/dev/dm-${2 + n}`, {
        kind: 'dm',
        links: [`/dev/vg0/${name}`],
        slaves: ['/dev/dm-1'],
        dm: { name: `vg0-${name}`, uuid: `LVM-${name}`, type: 'lvm' },
      }),
    ),
  ],
};

const onBlock = (dev: string, rest = '') =>
  `<disk type='block' device='disk'><driver name='qemu' type='raw'/><source dev='${dev}'/><target dev='vda' bus='virtio'/>${rest}</disk>`;
const [READ, SHARED] = ['<readonly/>', '<shareable/>'];

test.each<[what: string, guests: readonly string[], expected: readonly string[]]>([
  ['a volume, then its map', [onBlock('/dev/vg0/db'), onBlock('/dev/mapper/mpatha')], ['part']],
  ['the map, then a volume on it', [onBlock('/dev/mapper/mpatha'), onBlock('/dev/vg0/db')], ['whole']],
  ['the partition by a path of its disk', [quorum('/dev/sdb'), onBlock('/dev/mapper/mpatha1')], ['whole']],
  [
    'a volume and the partition below it',
    [onBlock('/dev/mapper/mpatha1'), onBlock('/dev/vg0/log')],
    ['whole'],
  ],
  ['two volumes', [onBlock('/dev/vg0/db'), onBlock('/dev/vg0/log')], []],
  ['both read', [onBlock('/dev/vg0/db', READ), onBlock('/dev/mapper/mpatha', READ)], []],
  ['one reads', [onBlock('/dev/vg0/db', READ), onBlock('/dev/mapper/mpatha')], ['part']],
  ['both share', [onBlock('/dev/vg0/db', SHARED), onBlock('/dev/mapper/mpatha', SHARED)], []],
  [
    'two volumes, then the disk of both, told of once',
    [onBlock('/dev/vg0/db'), onBlock('/dev/vg0/log'), onBlock('/dev/mapper/mpatha')],
    ['part'],
  ],
])('a part of one guest and the whole of another: %s', (_, guests, expected) => {
  const said = onHost(PARTED, ...guests);
  expect(said.map(({ code }) => code)).toEqual(expected.map(() => 'guests-source-part'));
  expect(said.map(({ notes: [note] }) => /has the (\w+)$/.exec(note?.message ?? '')?.[1])).toEqual(expected);
});

test('two paths of one LUN are the LUN twice, and no part of each other', () => {
  const said = onHost(PARTED, onBlock('/dev/sda'), onBlock('/dev/mapper/mpatha'));
  expect(said.map(({ code }) => code)).toEqual(['guests-clash']);
});
