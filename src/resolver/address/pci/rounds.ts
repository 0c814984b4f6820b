import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { DeviceKind } from '../../../model/device';
import { isIch9 } from '../../controller/usb';
import { addressPlace, isWanted, type Draft } from './draft';
import type { PciAddressSet, PciPlace } from './set';

type Round = (draft: Draft) => boolean;

const kind =
  (wanted: DeviceKind): Round =>
  ({ device }) =>
    device.kind === wanted;

/** In which order devices get addresses (libvirt src/qemu/qemu_domain_address.c). */
const ROUNDS: readonly Round[] = [
  ({ device }) => device.kind === 'controller' && device.type === 'pci',
  kind('filesystem'),
  ({ device }) => device.kind === 'interface' && device.type !== 'hostdev',
  kind('sound'),
  ({ device }) => device.kind === 'controller' && device.type !== 'pci',
  kind('disk'),
  ({ device }) => device.kind === 'hostdev' || device.kind === 'interface',
  kind('memballoon'),
  kind('rng'),
  kind('watchdog'),
  kind('video'),
  kind('shmem'),
  kind('input'),
  kind('serial'),
  kind('vsock'),
  kind('crypto'),
  kind('memory'),
  kind('iommu'),
  kind('pstore'),
  kind('panic'),
];

/** Which functions of a slot the ICH9 USB controllers have on a real board. */
const ICH9_FUNCTIONS: Readonly<Record<string, number>> = {
  'ich9-ehci1': 7,
  'ich9-uhci1': 0,
  'ich9-uhci2': 1,
  'ich9-uhci3': 2,
};

/**
 * Chooses an address for every device that wants one; `keep` notes it. Stops at the first that fits nowhere: those
 * after it would not fit either.
 */
export function assignAddresses(
  drafts: readonly Draft[],
  set: PciAddressSet,
  keep: (draft: Draft, place: PciPlace) => void,
): Diagnostic | undefined {
  const byRound = ROUNDS.map(() => [] as Draft[]);
  for (const draft of drafts) {
    if (!isWanted(draft)) continue;
    byRound[ROUNDS.findIndex((round) => round(draft))]?.push(draft);
  }
  for (const draft of byRound.flat()) {
    const place = placeFor(draft, drafts, set);
    if (typeof place === 'function') return place(addressPlace(draft));
    keep(draft, place);
  }
  return undefined;
}

function placeFor(draft: Draft, drafts: readonly Draft[], set: PciAddressSet) {
  const { device, flags } = draft;
  if (device.kind !== 'controller' || !isIch9(device)) return set.next(flags);
  const fn = ICH9_FUNCTIONS[device.model ?? ''] ?? 0;
  const sibling = drafts.find(
    ({ device: other, place }) =>
      other.kind === 'controller' && isIch9(other) && other.index === device.index && place !== undefined,
  )?.place;
  const multifunction = fn === 0 ? true : undefined;
  if (sibling === undefined) {
    const next = set.next(flags, fn);
    return typeof next === 'function' ? next : { ...next, multifunction };
  }
  const place = { ...sibling, function: fn, multifunction };
  return set.reserve(place, flags) ?? place;
}
