import type { ChardevSource } from '../../model/chardev';
import { devicesOf, type Device, type DeviceKind } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { PlannedChardev } from '../../model/plan/chardev';
import { diskFdSets } from '../block-nodes';
import type { Context } from '../context';
import { keepLast } from '../../model/keep-last';

/** The files of a character device that come as descriptors (`/dev/fdset/N`), in profiles that hand those over. */
export interface Descriptors {
  readonly used: boolean;
  readonly list: PlannedChardev['descriptors'];
  /** The file as QEMU is to open it. */
  path(part: 'source' | 'log', file: string | undefined): string | undefined;
}

export function descriptorsOf(
  source: ChardevSource,
  alias: string,
  guest: Domain,
  { profile, qemu }: Context,
): Descriptors {
  if (!profile.descriptors || !qemu.has('add-fd'))
    return { used: false, list: [], path: (_part, file) => file };
  const first = firstSets(guest).get(source) ?? 0;
  const parts = partsOf(source);
  return {
    used: true,
    list: parts.map((part, index) => ({ set: first + index, opaque: `${alias}-${part}` })),
    path: (part) => `/dev/fdset/${first + parts.indexOf(part)}`,
  };
}

function partsOf({ type, log }: ChardevSource): ('source' | 'log')[] {
  return [...(type === 'file' ? ['source' as const] : []), ...(log ? ['log' as const] : [])];
}

/** In libvirt's order (src/conf/domain_conf.c virDomainDeviceInfoIterateFlags). */
const KINDS: readonly DeviceKind[] = [
  'smartcard',
  'serial',
  'parallel',
  'channel',
  'console',
  'rng',
  'redirdev',
];

/** The number of the first set of each character device: they are numbered over the whole guest. */
const firstSets = keepLast((guest: Domain): ReadonlyMap<ChardevSource, number> => {
  const sets = new Map<ChardevSource, number>();
  let next = diskFdSets(guest);
  for (const kind of KINDS)
    for (const source of devicesOf(guest, kind).flatMap(sourceOf)) {
      sets.set(source, next);
      next += partsOf(source).length;
    }
  return sets;
});

/** Each character device of a guest once. */
export const chardevsOf = (guest: Domain): readonly ChardevSource[] => [...firstSets(guest).keys()];

/** The number of the first set after those of disks and character devices. */
export function descriptorSets(guest: Domain): number {
  const own = chardevsOf(guest).reduce((sum, source) => sum + partsOf(source).length, 0);
  return diskFdSets(guest) + own;
}

/** A serial console is the serial port once more: its files are that one's. */
function sourceOf(device: Device): ChardevSource[] {
  switch (device.kind) {
    case 'console':
      return device.targetType === 'serial' ? [] : [device.source];
    case 'serial':
    case 'parallel':
    case 'channel':
    case 'redirdev':
      return [device.source];
    case 'smartcard':
      return device.card.mode === 'passthrough' ? [device.card.chardev] : [];
    case 'rng':
      return device.backend.type === 'egd' ? [device.backend.chardev] : [];
    default:
      return [];
  }
}
