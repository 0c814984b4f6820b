import { compareGroups, groupPair, wholeGroup } from './compare';
import type { Difference } from './difference';
import { match, type Known } from './match';
import { renamesOf } from './renames';
import type { DiffGroup, Side } from './side';

export type { Difference } from './difference';
export type { Side } from './side';

/** How many names a device may be known by. */
const ROUNDS = 6;

/** What two guests have otherwise, in the order of the second; devices are found again by what they are, not by where. */
export function differences(from: Side, to: Side): Difference[] {
  const rounds = Array.from({ length: ROUNDS }, (_, round): Known<DiffGroup> => ({ kind, names }) => {
    const name = names[round];
    return name === undefined ? undefined : `${kind} ${name}`;
  });
  const { pairs, removed, added } = match(from.groups, to.groups, rounds);
  const matched = pairs.map(([a, b]) => groupPair(a, b));
  const renames = renamesOf(matched.flatMap((pair) => pair.arguments.pairs));
  return [
    ...matched.flatMap((pair) => compareGroups(pair, renames, [from, to])),
    ...removed.map((group) => wholeGroup(group, 'removed')),
    ...added.map((group) => wholeGroup(group, 'added')),
  ];
}
