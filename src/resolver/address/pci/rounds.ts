import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { PciPlace } from '../../../model/address';
import type { Device, DeviceKind } from '../../../model/device';
import { isIch9 } from '../../controller/usb';
import { addressPlace, isWanted, type Draft } from './draft';
import type { PciAddressSet } from './set';

/** In which order devices get addresses (libvirt src/qemu/qemu_domain_address.c); undefined: never on PCI. */
const ROUNDS: { readonly [K in DeviceKind]: number | undefined } = {
  filesystem: 1,
  interface: 2,
  sound: 3,
  controller: 4,
  disk: 5,
  hostdev: 6,
  memballoon: 7,
  rng: 8,
  watchdog: 9,
  video: 10,
  shmem: 11,
  input: 12,
  serial: 13,
  vsock: 14,
  memory: 15,
  crypto: 16,
  iommu: 17,
  panic: 18,
  pstore: 19,
  parallel: undefined,
  console: undefined,
  channel: undefined,
  graphics: undefined,
  hub: undefined,
  audio: undefined,
  smartcard: undefined,
  redirdev: undefined,
  tpm: undefined,
  nvram: undefined,
};

/** Between disks and the other host devices. */
const HOST_CARDS = 5.5;

/** PCI controllers come before all, cards of the host that are interfaces right before the other host devices. */
function roundOf(device: Device): number | undefined {
  if (device.kind === 'controller' && device.type === 'pci') return 0;
  return device.kind === 'interface' && device.type === 'hostdev' ? HOST_CARDS : ROUNDS[device.kind];
}

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
  const wanted = drafts.filter((draft) => isWanted(draft) && roundOf(draft.device) !== undefined);
  const inRounds = wanted.sort((a, b) => (roundOf(a.device) ?? 0) - (roundOf(b.device) ?? 0));
  const siblings: Siblings = new Map();
  for (const { device, place } of drafts) noteSibling(device, place, siblings);
  for (const draft of inRounds) {
    const place = placeFor(draft, siblings, set);
    if (typeof place === 'function') return place(addressPlace(draft));
    keep(draft, place);
    noteSibling(draft.device, place, siblings);
  }
  return undefined;
}

/** By the index that they share: where the first of some ICH9 USB controllers is. */
type Siblings = Map<number | undefined, PciPlace>;

function noteSibling(device: Device, place: PciPlace | undefined, siblings: Siblings): void {
  if (place === undefined || device.kind !== 'controller' || !isIch9(device)) return;
  if (!siblings.has(device.index)) siblings.set(device.index, place);
}

function placeFor(draft: Draft, siblings: Siblings, set: PciAddressSet) {
  const { device, flags, isolation } = draft;
  if (device.kind !== 'controller' || !isIch9(device)) return set.next(flags, -1, isolation);
  const fn = ICH9_FUNCTIONS[device.model ?? ''] ?? 0;
  const sibling = siblings.get(device.index);
  const multifunction = fn === 0 ? true : undefined;
  if (sibling === undefined) {
    const next = set.next(flags, fn);
    return typeof next === 'function' ? next : { ...next, multifunction };
  }
  const place = { ...sibling, function: fn, multifunction };
  return set.reserve(place, flags) ?? place;
}
