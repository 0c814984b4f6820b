import { readBytes } from './input';
import { Failure, STATUS } from './status';
import { GUEST, oneOf } from './standard-input';
import { isPipedIn } from './stdin';

/** Files that a command was given, and those of the list of `--files-from`: more than a command line holds. */
export function filesOf(files: readonly string[], list: string | undefined): readonly string[] {
  if (list === undefined) {
    if (files.length > 0) return files;
    if (isPipedIn()) return ['-'];
    throw new Failure(
      STATUS.usage,
      'no file was named',
      "name domain XML files, '-' for standard input, or a list of files with --files-from",
    );
  }
  const names = listed(readBytes(list).toString());
  const guests = [...files, ...names].filter((name) => name === '-').map(() => GUEST);
  oneOf(list === '-' ? [...guests, '--files-from'] : guests);
  return [...files, ...names];
}

/** A line each, or as `find -print0` writes them. */
function listed(text: string): string[] {
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((name) => name !== '');
}
