import { pciFixedAddress } from '../../../diagnostics/catalog';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { PciPlace } from '../../../model/address';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { machineFamily } from '../../machine/family';
import { PCI_DEVICE, PCIE_DEVICE } from './connect';
import { addressPlace, isWanted, samePlace, type Draft } from './draft';
import type { PciAddressSet } from './set';

/** Devices that a machine has at fixed addresses, and where it likes others to be. */
type OnBoard = (drafts: readonly Draft[], set: PciAddressSet) => Diagnostic[];

const at = (slot: number, fn = 0): PciPlace => ({ domain: 0, bus: 0, slot, function: fn });

/** The USB 2.0 controller and its other companions come into the same slot. */
const shared = (place: PciPlace): PciPlace => ({ ...place, multifunction: true });

const IDE = at(1, 1);
const PIIX3_USB = at(1, 2);
const PIIX4_PM = at(1, 3);
const SATA = at(0x1f, 2);

export function onBoard(guest: Domain, context: Context): OnBoard | undefined {
  const family = machineFamily(guest, context);
  if (family === 'q35') return q35;
  if (family !== 'i440fx' && family !== 'xen') return undefined;
  const others = othersOf(guest, context);
  return (drafts, set) => [...i440fx(drafts, set), ...takeAll(others, drafts, set)];
}

/** libvirt leaves IDE to QEMU, and keeps the place of the power management that a guest without ACPI has not. */
function othersOf({ features }: Domain, { profile }: Context): readonly PciPlace[] {
  if (profile.libvirtDefaults) return [PIIX4_PM];
  return features.acpi ? [IDE, PIIX4_PM] : [IDE];
}

/** Functions of the south bridge that QEMU has whatever the guest (hw/i386/pc_piix.c). */
function takeAll(places: readonly PciPlace[], drafts: readonly Draft[], set: PciAddressSet): Diagnostic[] {
  return set.buses.length === 0 ? [] : places.flatMap((place) => taken(set, place, PCI_DEVICE, drafts));
}

/** The south bridge has slot 1 with the IDE and USB controllers; those two do not stand in the way of each other. */
export function isInPiix3({ device, place }: Draft): boolean {
  if (device.kind !== 'controller' || device.index !== 0 || place === undefined) return false;
  if (device.type === 'ide') return samePlace(place, IDE);
  return device.type === 'usb' && device.model === 'piix3-uhci' && samePlace(place, PIIX3_USB);
}

/** QEMU hw/i386/pc_piix.c: PIIX3 at 1.0, IDE at 1.1, USB at 1.2; the first screen is at 2.0 where it can be. */
function i440fx(drafts: readonly Draft[], set: PciAddressSet): Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const draft of drafts) {
    const { device } = draft;
    if (device.kind !== 'controller' || device.index !== 0) continue;
    if (device.type === 'ide')
      problems.push(...fix(draft, IDE, 'the IDE controller'), ...taken(set, IDE, PCI_DEVICE, drafts));
    else if (device.type === 'usb' && device.model === 'piix3-uhci')
      problems.push(
        ...fix(draft, PIIX3_USB, 'the PIIX3 USB controller'),
        ...taken(set, PIIX3_USB, PCI_DEVICE, drafts),
      );
  }
  if (set.buses.length > 0) problems.push(...taken(set, at(1), PCI_DEVICE, drafts));
  problems.push(...firstScreen(drafts, set, at(2)));
  return problems;
}

/** QEMU hw/i386/pc_q35.c: ICH9 at 1f.0, SATA at 1f.2, SMBus at 1f.3; other ICH9 parts where real boards have them. */
function q35(drafts: readonly Draft[], set: PciAddressSet): Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const draft of drafts) {
    const { device } = draft;
    if (device.kind !== 'controller') continue;
    if (device.type === 'sata' && device.index === 0)
      problems.push(...fix(draft, SATA, 'the SATA controller of q35'));
    else if (device.model === 'ich9-uhci1') prefer(draft, set, [at(0x1d), at(0x1a)].map(shared), PCIE_DEVICE);
    else if (device.model === 'dmi-to-pci-bridge') prefer(draft, set, [at(0x1e)], draft.flags);
  }
  if (set.buses.length > 0) {
    problems.push(...taken(set, at(0x1f), PCIE_DEVICE, drafts));
    problems.push(...taken(set, at(0x1f, 3), PCIE_DEVICE, drafts));
  }
  problems.push(...firstScreen(drafts, set, at(1)));
  const ich9Sound = drafts.find(({ device }) => device.kind === 'sound' && device.model === 'ich9');
  if (ich9Sound !== undefined) prefer(ich9Sound, set, [at(0x1b)], PCIE_DEVICE);
  return problems;
}

function fix(draft: Draft, place: PciPlace, what: string): Diagnostic[] {
  if (draft.place === undefined) {
    if (isWanted(draft)) draft.place = place;
    return [];
  }
  if (samePlace(draft.place, place)) return [];
  return [pciFixedAddress(addressPlace(draft), what, `${place.slot.toString(16)}.${place.function}`)];
}

/** The first of the places whose slot is free, or none: then it goes where any device would. */
function prefer(draft: Draft, set: PciAddressSet, places: readonly PciPlace[], flags: number): void {
  if (!isWanted(draft)) return;
  const place = places.find((one) => !set.slotInUse(one));
  if (place !== undefined && set.reserve(place, flags) === undefined) draft.place = place;
}

/** Takes a function of the board; a device of the user's that sits there is refused. */
function taken(set: PciAddressSet, place: PciPlace, flags: number, drafts: readonly Draft[]): Diagnostic[] {
  const refusal = set.reserve(place, flags);
  if (refusal === undefined) return [];
  const owner = drafts.find(
    (draft) => draft.place !== undefined && samePlace(draft.place, place) && !isInPiix3(draft),
  );
  return owner === undefined ? [] : [refusal(addressPlace(owner))];
}

/** Firmware and old guests expect the first screen there; where that is taken, it comes before all others. */
function firstScreen(drafts: readonly Draft[], set: PciAddressSet, place: PciPlace): Diagnostic[] {
  const screen = drafts.find(({ device }) => device.kind === 'video');
  if (screen === undefined || !isWanted(screen)) return [];
  const unsuitable = set.check(place, screen.flags);
  if (unsuitable !== undefined) return [unsuitable(addressPlace(screen))];
  const found = set.slotInUse(place) ? set.next(screen.flags) : place;
  if (typeof found === 'function') return [found(addressPlace(screen))];
  if (found === place) set.reserve(place, screen.flags);
  screen.place = found;
  return [];
}
