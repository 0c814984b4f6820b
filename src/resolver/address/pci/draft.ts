import type { Address, PciPlace } from '../../../model/address';
import type { Device } from '../../../model/device';
import type { Place } from '../../../model/place';

/** A device and the PCI address that it gets: scratch paper of one pass. */
export interface Draft {
  readonly device: Device;
  readonly flags: number;
  /** What it may share a host bridge with, where that matters. */
  readonly isolation: string | undefined;
  place: PciPlace | undefined;
}

export function draftOf(device: Device, flags: number, isolation: string | undefined): Draft {
  return { device, flags, isolation, place: givenPlace(device.address) };
}

function givenPlace(address: Address | undefined): PciPlace | undefined {
  if (address?.type !== 'pci' || !address.given) return undefined;
  const { domain, bus, slot, function: fn, multifunction } = address;
  return { domain, bus, slot, function: fn, multifunction };
}

/** Whether an address is to be chosen: a PCI device without one, and without one of another bus. */
export function isWanted({ device, flags, place }: Draft): boolean {
  if (flags === 0 || place !== undefined) return false;
  return device.address === undefined || device.address.type === 'pci';
}

/** Where to complain about the device's address. */
export function addressPlace({ device: { at } }: Draft): Place {
  return at.of('address');
}

export function samePlace(a: PciPlace, b: PciPlace): boolean {
  return a.domain === b.domain && a.bus === b.bus && a.slot === b.slot && a.function === b.function;
}
