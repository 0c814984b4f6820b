import type { Draft } from './draft';
import type { PciPlace } from './set';

/** Function 0 says that its slot has more functions, where the user said neither yes nor no. */
export function withMultifunction(drafts: readonly Draft[]): readonly Draft[] {
  const shared = new Set<string>();
  for (const { place } of drafts) if (place !== undefined && place.function > 0) shared.add(slotKey(place));
  if (shared.size === 0) return drafts;
  return drafts.map((draft) => {
    const { place } = draft;
    if (place === undefined || place.function !== 0 || place.multifunction !== undefined) return draft;
    return shared.has(slotKey(place)) ? { ...draft, place: { ...place, multifunction: true } } : draft;
  });
}

function slotKey({ domain, bus, slot }: PciPlace): string {
  return `${domain}:${bus}:${slot}`;
}
