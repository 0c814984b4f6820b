import type { Difference } from '../../differ';

/** Differences in one property of where devices are. */
export type Moved = readonly [Difference, ...Difference[]];

/** Where a device is on its bus; what it is, and what is behind it, is none of these. */
const PLACE = new Set(['bus', 'addr', 'port', 'chassis', 'nr', 'devno', 'reg']);

/** Fewer are read as they are. */
const FEWEST = 3;

/**
 * Tells devices that only moved from the rest: where one is added that has no address in the XML, each of those after it
 * takes the next place.
 */
export function apart(differences: readonly Difference[]): {
  readonly rest: readonly Difference[];
  readonly moved: readonly Moved[];
} {
  const more = new Set(differences.filter((one) => !isMove(one)).map(({ key }) => key));
  const moves = differences.filter(({ key }) => !more.has(key));
  if (devicesOf(moves) < FEWEST) return { rest: differences, moved: [] };
  return { rest: differences.filter(({ key }) => more.has(key)), moved: byProperty(moves) };
}

/** How many devices differences are about. */
export const devicesOf = (differences: readonly Difference[]) =>
  new Set(differences.map(({ key }) => key)).size;

function byProperty(moves: readonly Difference[]): Moved[] {
  const found = new Map<string, [Difference, ...Difference[]]>();
  for (const one of moves) {
    const place = `${one.property} ${one.guest}`;
    const others = found.get(place);
    if (others === undefined) found.set(place, [one]);
    else others.push(one);
  }
  return [...found.values()];
}

function isMove({ change, option, property }: Difference): boolean {
  return change === 'changed' && option === '-device' && property !== undefined && PLACE.has(property);
}
