import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { closest } from '../diagnostics/closest';
import { fileWord, shellWord } from '../model/shell-word';
import { COMMAND_NAMES } from './command/names';

/** What to do about a guest's file that is not there, in a line; other files are named unless they are to be hidden. */
export function missingGuestHelp(file: string, hides = process.argv.includes('--redact')): string {
  // Node takes an argument for UTF-8, and what is none has become this.
  if (file.includes('\ufffd'))
    return "a name that is not UTF-8 does not come through: take the file from standard input, 'domxml2qemu - < FILE'";
  const command = closest(file, COMMAND_NAMES);
  if (command !== undefined) return `did you mean the command '${command}'?`;
  const near = hides ? undefined : nearFile(file);
  if (near !== undefined) return `did you mean ${fileWord(near)}?`;
  const [name, word] = hides ? ['FILE', 'FILE'] : [shellWord(file), fileWord(file)];
  return `write it with 'virsh dumpxml NAME > ${name}', or begin one with 'domxml2qemu init ${word}'`;
}

/** A file beside it that is called nearly so. */
function nearFile(file: string): string | undefined {
  const folder = dirname(file);
  const wanted = basename(file);
  const names = namesIn(folder);
  const name =
    names.find((one) => one === `${wanted}.xml`) ??
    closest(
      wanted,
      names.filter((one) => one !== wanted),
    );
  return name === undefined ? undefined : folder === '.' ? name : join(folder, name);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
