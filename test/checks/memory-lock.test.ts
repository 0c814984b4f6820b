import { check } from '../../src/check';
import { convert } from '../../src/convert';
import type { HostFacts, MemoryLockFacts } from '../../src/host/facts';
import { units } from '../../src/renderer/systemd';

const GIB = 1024 ** 3;

const VFIO =
  "<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0x0000' bus='0x03' slot='0x00' function='0x0'/></source></hostdev>";
const NVME =
  "<disk type='nvme' device='disk'><driver name='qemu' type='raw'/><source type='pci' managed='yes' namespace='1'><address domain='0x0000' bus='0x04' slot='0x00' function='0x0'/></source><target dev='vda' bus='virtio'/></disk>";
const IOMMU = "<iommu model='intel'><driver intremap='on' caching_mode='on'/></iommu>";

const LOCKED = '<memoryBacking><locked/></memoryBacking>';

const guest = (devices: string, backing = '') =>
  `<domain type='qemu'><name>a</name><memory unit='GiB'>4</memory>${backing}
<os><type arch='x86_64' machine='q35'>hvm</type></os><features><ioapic driver='qemu'/></features>
<devices>${devices}</devices></domain>`;

/** What is said of the lock: undefined for nothing, else whether it stops a start, and the way out. */
function said(
  xml: string,
  memoryLock: MemoryLockFacts,
): readonly [stops: boolean, help: string | undefined] | undefined {
  const host: HostFacts = { schema: 1, memoryLock };
  const found = check(xml, { host }).diagnostics.find(({ code }) => code === 'memory-lock-too-low');
  return found && [found.stopsStart === true, found.help];
}

test.each<[string, string, number, boolean]>([
  ['a function', guest(VFIO), 4 * GIB - 1, true],
  ['a function, and just the memory', guest(VFIO), 4 * GIB, false],
  ['a function behind an IOMMU of the guest', guest(VFIO + IOMMU), 1 * GIB, false],
  ['an NVMe disk', guest(NVME), 1 * GIB, false],
  ['locked memory', guest('', LOCKED), 1 * GIB, true],
  ['locked memory behind an IOMMU', guest(IOMMU, LOCKED), 1 * GIB, true],
])('%s: too little', (_, xml, limit, stops) => {
  expect(said(xml, { limit, exempt: false })).toEqual([
    stops,
    'raise the limit: ulimit -l 5242880; in a unit of systemd LimitMEMLOCK=infinity',
  ]);
});

test('enough, no limit, a user above it, nothing to lock', () => {
  expect(said(guest(VFIO), { limit: 5 * GIB, exempt: false })).toBeUndefined();
  expect(said(guest(VFIO), { exempt: false })).toBeUndefined();
  expect(said(guest(VFIO), { limit: 0, exempt: true })).toBeUndefined();
  expect(said(guest(''), { limit: 0, exempt: false })).toBeUndefined();
});

test('beyond the hard limit root must help', () => {
  const [, help] = said(guest(VFIO), { limit: 0, hard: GIB, exempt: false }) ?? [];
  expect(help).toContain('ulimit -l 5242880 as root, or a line');
  const [, enough] = said(guest(VFIO), { limit: 0, hard: 5 * GIB, exempt: false }) ?? [];
  expect(enough).toContain('raise the limit: ulimit -l 5242880;');
});

test.each([
  [guest(VFIO), true],
  [guest('', LOCKED), true],
  [guest(IOMMU), false],
])('a unit of systemd has no limit where memory is locked', (xml, lifted) => {
  const { plan, options = [], diagnostics } = convert(xml);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const unit = units(plan!, options, '/').at(-1);
  expect(unit!.text.includes('\nLimitMEMLOCK=infinity\n')).toBe(lifted);
});
