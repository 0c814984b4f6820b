import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { threadId } from 'node:worker_threads';
import { visible } from '../../diagnostics/report';
import { reasonOf } from '../reason';
import { Failure, STATUS } from '../status';

/**
 * Writes a file whole or not at all: who reads it meanwhile sees what it was before, and a link of its name is replaced,
 * not followed. `like`: whose and for whom it is, as far as this user may say so. Throws a Failure.
 */
export function writeWhole(path: string, content: string, mode: number, like?: Stats): void {
  const temporary = join(dirname(path), `.domxml2qemu-${process.pid}-${threadId}-${process.hrtime.bigint()}`);
  try {
    const file = openSync(temporary, 'wx', mode);
    try {
      writeFileSync(file, content);
      if (like !== undefined) liken(file, like);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (problem) {
    discard(temporary);
    throw new Failure(STATUS.unreadable, `cannot write ${visible(path)}: ${reasonOf(problem)}`);
  }
}

/** Where nothing could be written, looking for it may fail as well. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What is told is why it could not be written.
  }
}

/** Writes over a file as `writeWhole` does, where a link leads to; it stays whose and for whom it was. Throws a Failure. */
export function overwriteWhole(path: string, content: string): void {
  const real = realpathSync(path);
  const like = statSync(real);
  // A pipe or a device can be written to, and not replaced.
  if (like.isFile()) writeWhole(real, content, 0o600, like);
  else writeFileSync(real, content);
}

function liken(file: number, { mode, uid, gid }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only root gives files away.
  }
  fchmodSync(file, mode & 0o7777);
}

/** The folder is there afterwards. Throws a Failure. */
export function makeFolder(path: string): void {
  try {
    makeWithParents(resolve(path));
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'its file system takes none' : reasonOf(problem);
    throw new Failure(STATUS.unreadable, `cannot make the folder ${visible(path)}: ${reason}`);
  }
}

/** mkdir's `recursive` never ends where the file system answers ENOENT, as /proc does (Node 20). */
function makeWithParents(path: string): void {
  if (!existsSync(dirname(path))) makeWithParents(dirname(path));
  try {
    mkdirSync(path);
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code !== 'EEXIST' || !statSync(path).isDirectory()) throw problem;
  }
}
