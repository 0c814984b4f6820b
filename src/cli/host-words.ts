import type { BlockDevice, HostFacts } from '../host/facts';

/** SPC-4 table 138, in the words of lsscsi. */
const TYPES = [
  'disk',
  'tape',
  'printer',
  'process',
  'worm',
  'cd/dvd',
  'scanner',
  'optical',
  'mediumx',
  'comms',
  'graphics',
  'graphics',
  'storage',
  'enclosu',
  'sim dsk',
  'opti rd',
  'bridge',
  'osd',
  'adi',
  'sec man',
  'zbc',
] as const;

export function typeWord(type: number): string {
  if (type === 0x1e) return 'wlun';
  return TYPES[type] ?? (type === 0x1f ? 'no dev' : `type ${type}`);
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'] as const;

/** As lsscsi and the label of the disk: powers of 1000, three digits. */
export function bytes(size: number | undefined): string {
  if (size === undefined || size === 0) return '-';
  let value = size;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = value >= 99.95 || unit === 0 ? 0 : value >= 9.995 ? 1 : 2;
  return `${value.toFixed(digits)}${UNITS[unit] ?? ''}`;
}

/** `sda1 (/boot/efi), sda2 (swap), sda3 (vg0-root (/), vg0-home)`: what the host does with a disk. */
export function shortUses(facts: HostFacts, device: BlockDevice, depth = 0): string {
  const all = facts.block ?? [];
  const within = (other: BlockDevice | undefined, name: string) => {
    // A snapshot from elsewhere may hold a ring of holders.
    const uses = other && depth < 8 ? shortUses(facts, other, depth + 1) : '';
    return uses === '' ? name : `${name} (${uses})`;
  };
  const partitions = all
    .filter(({ partitionOf }) => partitionOf === device.path)
    .map((part) => ({ name: basename(part.path), text: within(part, basename(part.path)) }))
    .filter(({ name, text }) => name !== text);
  const holders = device.holders.map((path) => {
    const holder = all.find((other) => other.path === path);
    return within(holder, holder?.dm?.name ?? basename(path));
  });
  return [
    ...device.mounts,
    ...(device.swap ? ['swap'] : []),
    ...holders,
    ...partitions.map(({ text }) => text),
  ].join(', ');
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
