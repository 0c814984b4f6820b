import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Interface } from '../../model/interface';

/** Cards by what they have of some settings, so that one word does for all that have the same: paths -> cards. */
export function cardsBySettings(
  guest: Domain,
  settingsOf: (card: Interface) => readonly string[],
): ReadonlyMap<
  string,
  { readonly settings: readonly string[]; readonly cards: readonly [Interface, ...Interface[]] }
> {
  const found = new Map<string, { settings: readonly string[]; cards: [Interface, ...Interface[]] }>();
  for (const card of devicesOf(guest, 'interface')) {
    const settings = settingsOf(card);
    const same = found.get(settings.join(' '));
    if (same !== undefined) same.cards.push(card);
    else if (settings.length > 0) found.set(settings.join(' '), { settings, cards: [card] });
  }
  return found;
}
