/** Pairs of what is the same on both sides, and what has no other half. */
export interface Matched<T> {
  readonly pairs: readonly (readonly [from: T, to: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** What something may be known by in one round; undefined: by nothing. */
export type Known<T> = (one: T) => string | undefined;

/** In rounds, the surest first: what only one on each side is known by makes these two a pair. */
export function match<T>(from: readonly T[], to: readonly T[], rounds: readonly Known<T>[]): Matched<T> {
  const partner = new Map<T, T>();
  const taken = new Set<T>();
  for (const known of rounds) {
    const left = single(
      from.filter((one) => !partner.has(one)),
      known,
    );
    const right = single(
      to.filter((one) => !taken.has(one)),
      known,
    );
    for (const [name, one] of left) {
      const other = right.get(name);
      if (other === undefined) continue;
      partner.set(one, other);
      taken.add(other);
    }
  }
  return {
    pairs: from.flatMap((one) => {
      const other = partner.get(one);
      return other === undefined ? [] : [[one, other] as const];
    }),
    removed: from.filter((one) => !partner.has(one)),
    added: to.filter((one) => !taken.has(one)),
  };
}

function single<T>(list: readonly T[], known: Known<T>): Map<string, T> {
  const found = new Map<string, T | undefined>();
  for (const one of list) {
    const name = known(one);
    if (name !== undefined) found.set(name, found.has(name) ? undefined : one);
  }
  return new Map([...found].flatMap(([name, one]) => (one === undefined ? [] : [[name, one] as const])));
}
