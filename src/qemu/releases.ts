import { compareVersions, releaseAfter, type BinaryVersion } from './version';

/** The oldest and the newest release that the capability tables know. */
export const OLDEST_QEMU: BinaryVersion = { major: 0, minor: 14, micro: 0 };
export const NEWEST_QEMU: BinaryVersion = { major: 11, minor: 1, micro: 0 };

/** A release as people name it: `7.2`. */
export const formatRelease = ({ major, minor }: BinaryVersion) => `${major}.${minor}`;

/** Every release that the tables know, oldest first: `0.14`, `0.15`, `1.0`, ... */
export function knownReleases(): string[] {
  const releases: string[] = [];
  for (
    let release = OLDEST_QEMU;
    compareVersions(release, NEWEST_QEMU) <= 0;
    release = { ...releaseAfter(release), micro: 0 }
  )
    releases.push(formatRelease(release));
  return releases;
}
