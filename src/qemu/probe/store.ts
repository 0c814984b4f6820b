import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

/** XDG base directories: a relative XDG_CACHE_HOME counts as unset. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const root = env['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(root) ? root : join(homedir(), '.cache'), 'domxml2qemu');
}

/** Replaces a file of the folder, whole, for this user alone. Nothing is said where that cannot be. */
export function store(path: string, content: string | Buffer, folder: string): void {
  const draft = `${path}.${process.pid}`;
  if (!isWritable(folder)) return;
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
  } catch {
    discard(draft);
  }
}

/** Whether the folder is there, or can be made, and takes files. */
export function isWritable(folder: string): boolean {
  // These two and no more: a home that is not there is none, and where mkdir says ENOENT, as in /proc, Node's own way of
  // making all of them never ends.
  make(dirname(folder));
  make(folder);
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function make(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there, or cannot be.
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Its folder could not be made either.
  }
}
