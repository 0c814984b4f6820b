import { isX86 } from '../architectures';
import { parseMachineName } from '../machine-version';
import { atLeast, releaseAfter, releaseOf, type BinaryVersion } from '../version';
import { boardsOf, OLDEST_ASKED } from './boards';
import type { BoardPeriod, PlainMachine, Release } from './family';
import { machineNamed, machinesOf } from './index';
import { compare, pair, type Pair } from './release';
import { FAMILIES, PLAIN_MACHINES } from './table';

/** Whether the tables have all machine types of a release for an architecture: what they lack it has not. */
export function knowsMachines(version: BinaryVersion, arch: string): boolean {
  return isX86(arch) || (boardsOf(arch).length > 0 && atLeast(releaseOf(version), OLDEST_ASKED));
}

/** When a name without a version came and went, of all architectures; undefined: no table has it. */
export function lifeOf(name: string, arch: string): BoardPeriod | undefined {
  const since = FAMILIES.find((family) => family.arch.includes(arch) && family.alias === name)
    ?.oldest[0]?.[0];
  const periods = (isX86(arch) ? PLAIN_MACHINES : boardsOf(arch)).filter(
    (board) => board.name === name || board.alias === name,
  );
  const [first] = periods;
  if (first === undefined) return since && { since };
  return {
    since: periods.map((board) => board.since).reduce(earlier, since ?? first.since),
    until: since === undefined ? endOf(periods) : undefined,
    successor: periods.find((board) => board.name === name && board.successor !== undefined)?.successor,
    renamed: periods.find((board) => board.name === name && board.renamed !== undefined)?.renamed,
  };
}

const earlier = (a: Release, b: Release): Release => (compare(pair(b), pair(a)) < 0 ? b : a);

/** The release that ends the last of some periods; undefined where one has no end. */
function endOf(periods: readonly PlainMachine[]): Release | undefined {
  let end: Release = '0.0';
  for (const { until } of periods) {
    if (until === undefined) return undefined;
    if (compare(pair(until), pair(end)) > 0) end = until;
  }
  return end;
}

/** The release that a machine type was removed in, `6.0`; undefined: none of the tables has had it and lost it. */
export function removedIn(name: string, arch: string, now: BinaryVersion): string | undefined {
  const until = lifeOf(name, arch)?.until;
  if (until !== undefined) return atLeast(releaseOf(now), until) ? until : undefined;
  const { version } = parseMachineName(name);
  if (version === undefined) return undefined;
  let had = false;
  for (
    let at: Pair = { major: version.major, minor: version.minor };
    compare(at, now) <= 0;
    at = releaseAfter(at)
  ) {
    const has = machineNamed(machinesOf({ ...at, micro: 0 }, arch), name) !== undefined;
    if (had && !has) return `${at.major}.${at.minor}`;
    had ||= has;
  }
  return undefined;
}
