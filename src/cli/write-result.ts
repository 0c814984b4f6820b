import { realpathSync, writeFileSync } from 'node:fs';
import { nameOf } from './input';
import { reasonOf } from './reason';
import { Failure, STATUS } from './status';

/** Writes what was made of a guest to the file that an option names. Throws a Failure. */
export function writeResult(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'its folder is not there' : reasonOf(problem);
    throw new Failure(STATUS.unreadable, `cannot write ${nameOf(file)}: ${reason}`);
  }
}

/** A page in place of the guest that it is of is a guest that is lost. Throws a Failure. */
export function refuseOver(guest: string, output: string, option: string): void {
  if (guest === '-' || output === '-' || realOf(guest) !== realOf(output)) return;
  throw new Failure(
    STATUS.usage,
    `${output} is the guest itself, and would be written over`,
    `name another file after ${option}`,
  );
}

function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
