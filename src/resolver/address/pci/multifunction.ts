import { pciSingleFunction } from '../../../diagnostics/catalog';
import type { PciPlace } from '../../../model/address';
import type { Context } from '../../context';
import { addressPlace, type Draft } from './draft';

/**
 * Function 0 says that its slot has more functions, where the user said neither yes nor no. A no is refused, since QEMU
 * refuses the others then (hw/pci/pci.c pci_init_multifunction).
 */
export function withMultifunction(drafts: readonly Draft[], { profile, report }: Context): readonly Draft[] {
  const shared = new Set<string>();
  for (const { place } of drafts) if (place !== undefined && place.function > 0) shared.add(slotKey(place));
  if (shared.size === 0) return drafts;
  return drafts.map((draft) => {
    const { place } = draft;
    if (place === undefined || place.function !== 0 || !shared.has(slotKey(place))) return draft;
    if (place.multifunction === false && profile.checksForQemu)
      report(pciSingleFunction(addressPlace(draft).of('@multifunction')));
    return place.multifunction === undefined ? { ...draft, place: { ...place, multifunction: true } } : draft;
  });
}

function slotKey({ domain, bus, slot }: PciPlace): string {
  return `${domain}:${bus}:${slot}`;
}
