/** A QEMU binary's version. Machine types carry versions of their own: see machine-version.ts. */
export interface BinaryVersion {
  readonly major: number;
  readonly minor: number;
  readonly micro: number;
}

/** Compares: negative, 0, positive. */
export function compareVersions(a: BinaryVersion, b: BinaryVersion): number {
  return a.major - b.major || a.minor - b.minor || a.micro - b.micro;
}

/** `7.2`, `7.2.0` -> the version; undefined for anything else. */
export function parseVersion(text: string): BinaryVersion | undefined {
  const match = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  return { major: Number(match[1]), minor: Number(match[2]), micro: Number(match[3] ?? 0) };
}

export function formatVersion(version: BinaryVersion): string {
  return `${version.major}.${version.minor}.${version.micro}`;
}
