/**
 * A QEMU binary's version. Machine types carry versions of their own (machine-version.ts): `of` keeps the two apart,
 * it holds no value.
 */
export interface BinaryVersion {
  readonly of?: 'binary';
  readonly major: number;
  readonly minor: number;
  /** From 50 on the next release in the making (QEMU's VERSION file): 9.0.50 its tree, 9.0.92 is 9.1.0-rc2. */
  readonly micro: number;
}

/** What `--version` says of a build. */
export interface Build {
  readonly version: BinaryVersion;
  /** The words in parentheses: distribution and package version, or `git describe`. */
  readonly package?: string | undefined;
}

/** Compares: negative, 0, positive. */
export function compareVersions(a: BinaryVersion, b: BinaryVersion): number {
  return a.major - b.major || a.minor - b.minor || a.micro - b.micro;
}

/**
 * `7.2`, `7.2.22`, `9.1.0-rc2` (which is 9.0.92) and `git describe`'s `v9.0.0-1234-g0a1b2c3` -> the version;
 * undefined for anything else.
 */
export function parseVersion(text: string): BinaryVersion | undefined {
  // Nearly all are of tables, and plain.
  const plain = /^(\d{1,4})\.(\d{1,4})$/.exec(text);
  if (plain) return { major: Number(plain[1]), minor: Number(plain[2]), micro: 0 };
  const match =
    /^v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,6}))?(?:-rc(\d))?(?:-(\d+)-g[0-9a-f]{4,})?(?:-dirty)?$/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [, major, minor, micro, candidate, commits] = match;
  const named = { major: Number(major), minor: Number(minor), micro: Number(micro ?? 0) };
  if (candidate !== undefined) return { ...releaseBefore(named), micro: 90 + Number(candidate) };
  return commits !== undefined && named.micro === 0 ? { ...named, micro: 50 } : named;
}

/** `7,2`, `qemu-7.2` -> `7.2`: the numbers of what is no version, where they make one. */
export function nearestVersion(text: string): string | undefined {
  const numbers = /(?<!\d)(\d{1,2})[.,_-](\d{1,2})(?:[.,_-](\d{1,2}))?(?!\d)/.exec(text)?.slice(1);
  return numbers?.filter(Boolean).join('.');
}

/**
 * Reads what `qemu-system-* --version` prints: `QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)`,
 * `QEMU emulator version 8.2.0 (qemu-kvm-8.2.0-11.el9)`, `QEMU PC emulator version 0.12.1 (qemu-kvm-0.12.1.2), Copyright ...`.
 * Undefined when it is not QEMU that speaks.
 */
export function readVersionOutput(text: string): Build | undefined {
  const match = /^QEMU (?:PC )?emulator version (v?\d[\w.-]*)(?: ?\(([^()]*(?:\([^()]*\)[^()]*)*)\))?/m.exec(
    text,
  );
  if (!match) return undefined;
  const [, words = '', words2] = match;
  const version = parseVersion(words) ?? parseVersion(/^\d+\.\d+(?:\.\d+)?/.exec(words)?.[0] ?? '');
  return version === undefined ? undefined : { version, package: words2 };
}

export function formatVersion(version: BinaryVersion): string {
  return `${version.major}.${version.minor}.${version.micro}`;
}

/** The release whose features a version has: a candidate has those of the release that it precedes. */
export function releaseOf({ major, minor, micro }: BinaryVersion): BinaryVersion {
  return micro < 90 ? { major, minor, micro } : { ...releaseAfter({ major, minor }), micro: 0 };
}

/** Major releases with another number of minor ones than the three of a year: 1.0 to 1.7, 2.0 to 2.12, 3.0 and 3.1. */
const LAST_MINOR: Readonly<Record<number, number>> = { 0: 15, 1: 7, 2: 12, 3: 1 };

export const lastMinorOf = (major: number): number => LAST_MINOR[major] ?? 2;

interface Release {
  readonly major: number;
  readonly minor: number;
}

export function releaseAfter({ major, minor }: Release): Release {
  return minor < lastMinorOf(major) ? { major, minor: minor + 1 } : { major: major + 1, minor: 0 };
}

function releaseBefore({ major, minor }: Release): Release {
  if (minor > 0) return { major, minor: minor - 1 };
  return { major: Math.max(major - 1, 0), minor: lastMinorOf(major - 1) };
}

const releases = new Map<string, BinaryVersion>();

/** Whether a version is `release`, such as 7.2, or a later one; those of tables are read once. */
export function atLeast(version: BinaryVersion, release: string): boolean {
  let parsed = releases.get(release);
  if (parsed === undefined) {
    parsed = parseVersion(release) ?? { major: 0, minor: 0, micro: 0 };
    releases.set(release, parsed);
  }
  return compareVersions(version, parsed) >= 0;
}
