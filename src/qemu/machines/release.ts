import type { Release } from './family';

/** A release, or a machine type's version, taken apart. */
export interface Pair {
  readonly major: number;
  readonly minor: number;
  readonly micro?: number;
}

/** Of a table. */
export function pair(release: Release): Pair {
  const [major, minor] = release.split('.');
  return { major: Number(major), minor: Number(minor) };
}

export function later(a: Pair, b: Pair | undefined): Pair {
  return b !== undefined && compare(b, a) > 0 ? b : a;
}

/** Negative, 0, positive. */
export function compare(a: Pair, b: Pair): number {
  return a.major - b.major || a.minor - b.minor;
}
