import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** XDG base directories: a relative XDG_CACHE_HOME counts as unset. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const root = env['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(root) ? root : join(homedir(), '.cache'), 'domxml2qemu');
}

/** Replaces a file of the folder, whole, for this user alone. Nothing is said where that cannot be. */
export function store(path: string, content: string | Buffer, folder: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
  } catch {
    discard(draft);
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Its folder could not be made either.
  }
}
