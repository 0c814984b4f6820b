/** The parts of the host that only a check asks for, on the tree of trees/devices. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '../../src/parser';
import { probeFor } from '../../src/host/probe/guest-facts';
import { guestPaths, pathsToProbe } from '../../src/host/guest-path';
import type { HostFacts } from '../../src/host/facts';
import { probeGuest, probeHost, probeNodes, probePaths } from '../../src/host/probe';
import { buildTree, readTree } from './tree';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'host-tree-'));
  buildTree(root, readTree(join(__dirname, 'trees/devices/tree.json')));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function plain(facts: HostFacts): HostFacts {
  return JSON.parse(JSON.stringify(facts)) as HostFacts;
}

describe('what a check looks at', () => {
  const guest = (paths: string[]) => plain(probeGuest({ paths, scsi: [] }, { root }));

  test('what the guest names, and all but the storage that it does not name', () => {
    const whole = plain(probeHost({ root }));
    const facts = guest(['/dev/kvm', '/srv/none.img']);
    expect(facts.covers).toBe('paths');
    expect(facts.block).toEqual([]);
    expect(facts.nodes?.filter(({ path }) => path === '/dev/kvm')).toHaveLength(1);
    expect(facts.nodes).toContainEqual({ path: '/srv/none.img', kind: 'absent' });
    for (const part of [
      'memory',
      'onlineCpus',
      'hugepagePools',
      'kvmState',
      'listening',
      'usb',
      'pci',
    ] as const)
      expect(facts[part]).toEqual(whole[part]);
  });

  test('a conversion reads none of it', () => {
    const facts = probePaths({ paths: ['/dev/nvme0n1'], scsi: [] }, { root });
    for (const part of ['memory', 'kvmState', 'listening', 'usb', 'pci', 'interfaces'] as const)
      expect(facts).not.toHaveProperty(part);
  });

  test('paths beside a whole look', () => {
    expect(probeNodes(['/dev/kvm', '/srv/x'], { root })).toMatchObject([
      { kind: 'file' },
      { kind: 'absent' },
    ]);
  });

  const kvmOf = (files: Record<string, string>) => {
    const at = mkdtempSync(join(tmpdir(), 'host-tree-'));
    buildTree(at, { title: '', files });
    const { kvmState } = plain(probeHost({ root: at }));
    rmSync(at, { recursive: true });
    return kvmState;
  };

  test.each<[string, Record<string, string>, object]>([
    [
      'a node that udev made for a module that is not loaded',
      { '/dev/kvm': '', '/sys/class/misc/tun/dev': '10:200', '/proc/cpuinfo': 'flags\t\t: fpu svm' },
      { access: 'absent', extension: 'svm' },
    ],
    [
      'a guest whose own host does not let it',
      { '/sys/class/misc/tun/dev': '10:200', '/proc/cpuinfo': 'flags\t\t: fpu hypervisor' },
      { access: 'absent', inGuest: true },
    ],
    [
      'another hypervisor',
      { '/dev/kvm': '', '/sys/class/misc/kvm/dev': '10:232', '/sys/module/vboxdrv/refcnt': '1' },
      { access: 'usable', rivals: ['vboxdrv'] },
    ],
    [
      'a module that lets no guest have guests',
      { '/dev/kvm': '', '/sys/module/kvm_amd/parameters/nested': '0' },
      { access: 'usable', nested: false },
    ],
  ])('KVM: %s', (_, files, state) => expect(kvmOf(files)).toEqual(state));
});

test.each<[string, Record<string, string>, object | undefined]>([
  ['no limits to read', {}, undefined],
  [
    'a user',
    { '/proc/self/limits': 'Max locked memory         8388608              unlimited            bytes     ' },
    { limit: 8388608, exempt: false },
  ],
  [
    'root',
    {
      '/proc/self/limits': 'Max locked memory         8388608              8388608              bytes     ',
      '/proc/self/status': 'CapEff:\t000001ffffffffff',
      '/proc/self/uid_map': '         0          0 4294967295',
    },
    { limit: 8388608, hard: 8388608, exempt: true },
  ],
  [
    'root of a container with users of its own',
    {
      '/proc/self/limits': 'Max locked memory         8388608              8388608              bytes     ',
      '/proc/self/status': 'CapEff:\t000001ffffffffff',
      '/proc/self/uid_map': '         0     100000      65536',
    },
    { limit: 8388608, hard: 8388608, exempt: false },
  ],
])('the memory that may be locked: %s', (_, files, facts) => {
  const at = mkdtempSync(join(tmpdir(), 'host-tree-'));
  buildTree(at, { title: '', files: { '/sys/class/misc/tun/dev': '10:200', ...files } });
  try {
    expect(plain(probeHost({ root: at })).memoryLock).toEqual(facts);
  } finally {
    rmSync(at, { recursive: true });
  }
});

const GUEST = `<domain type='qemu'><name>paths</name><memory>65536</memory>
 <os><type arch='x86_64' machine='q35'>hvm</type><loader readonly='yes' type='pflash'>/fw/code.fd</loader>
  <nvram template='/fw/vars.fd'>/var/nvram/a.fd</nvram><kernel>/boot/k</kernel><initrd>/boot/i</initrd></os>
 <devices>
  <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/img/a.qcow2'/>
   <backingStore type='file'><format type='raw'/><source file='/img/base.raw'/><backingStore/></backingStore>
   <target dev='vda' bus='virtio'/></disk>
  <filesystem type='mount'><source dir='/srv/share'/><target dir='share'/></filesystem>
  <interface type='vhostuser'><source type='unix' path='/run/ovs.sock' mode='client'/><model type='virtio'/></interface>
  <serial type='unix'><source mode='bind' path='/run/guests/a.sock'/></serial>
  <serial type='file'><source path='/log/serial.log'/></serial>
  <serial type='tcp'><source mode='bind' host='127.0.0.1' service='4555'/></serial>
  <tpm><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>
  <graphics type='vnc'><listen type='socket' socket='/run/guests/vnc.sock'/></graphics>
  <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
 </devices></domain>`;

test('the paths of a guest, with the line of each and what it is for', () => {
  const guest = parse(GUEST, ({ message }) => {
    throw new Error(message);
  })!;
  expect(guestPaths(guest).map(({ at, path, use }) => `${at.line} ${use} ${path}`)).toEqual([
    '2 read /fw/code.fd',
    '3 read /fw/vars.fd',
    '3 create /var/nvram/a.fd',
    '3 read /boot/k',
    '3 read /boot/i',
    '6 read /img/base.raw',
    '8 folder /srv/share',
    '9 connect /run/ovs.sock',
    '10 listen /run/guests/a.sock',
    '11 create /log/serial.log',
    '13 write /dev/tpm0',
    '14 listen /run/guests/vnc.sock',
    '15 read /dev/urandom',
  ]);
  expect(pathsToProbe(guestPaths(guest))).toEqual(
    expect.arrayContaining(['/run/guests', '/log', '/var/nvram', '/img/base.raw']),
  );
});

test('a check knows of images that are not here, a conversion does not look', () => {
  const guest = parse(GUEST.replaceAll('/img/', '/no/such/folder/'), () => undefined)!;
  expect(probeFor(guest, 'check').nodes).toEqual(
    expect.arrayContaining([
      { path: '/no/such/folder/a.qcow2', kind: 'absent' },
      { path: '/no/such/folder/base.raw', kind: 'absent' },
    ]),
  );
  expect(probeFor(guest).nodes).toBeUndefined();
});
