import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, isWritable, store } from '../../qemu/probe/store';

/** Seconds. A longer run has compiled more than a start needs. */
const SHORT = 2;

/** Where this user's cache of a bundle is, for this Node alone. */
const pathOf = (bundle: string) => join(cacheFolder(), `code-${bundle}-${process.version}.cache`);

/**
 * Opens what `keep` wrote. V8 runs what it holds: undefined where it is another user's, or where others may write it, or
 * where nobody can tell whose it is.
 */
export function openKept(bundle: string): number | undefined {
  const file = openSync(pathOf(bundle), 'r');
  const { uid, mode } = fstatSync(file);
  if (uid === process.geteuid?.() && (mode & WRITABLE_BY_OTHERS) === 0) return file;
  closeSync(file);
  return undefined;
}

const WRITABLE_BY_OTHERS = 0o022;

/** Keeps the content for the next start of this user. What cannot be kept is made again. */
export function keep(bundle: string, content: () => Buffer): void {
  if (process.geteuid === undefined || process.uptime() > SHORT) return;
  try {
    // Where it cannot be kept it is not made either, which takes longer than all of this.
    if (isWritable(cacheFolder())) store(pathOf(bundle), content(), cacheFolder());
  } catch {
    // A user without a home has no folder either.
  }
}
