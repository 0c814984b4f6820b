import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { closest } from '../diagnostics/closest';
import { fold } from '../diagnostics/fold';
import { fileWord } from '../model/shell-word';

/**
 * What commander says of a wrong command line, in 80 columns, with what seems to be meant: an option that begins so, a file whose
 * name is taken for an option, or the command that has an option which `command` lacks.
 */
export function usageError(text: string, root: Command, command: Command): string {
  if (/^error: missing required argument 'file'/.test(text))
    return fold(`${text.trimEnd()}\n(To read a guest from standard input, write -)\n`);
  const [said = '', word = ''] = /^error: unknown option '(.*)'$/m.exec(text) ?? [];
  if (word === '') return fold(text);
  const begun = longer(word, command);
  if (begun.length > 0) return fold(`${said}\n(Did you mean ${begun.join(' or ')}?)\n`);
  const hint = text.includes('(Did you mean') ? undefined : (file(word) ?? elsewhere(word, root));
  return fold(hint === undefined ? text : `${text.trimEnd()}\n${hint}\n`);
}

/** In letters, with the dashes: what is shorter begins too many options. */
const TOLD_APART = 5;
/** More than these are no answer. */
const FEW = 3;

/** The options of the command that begin with a word: `--out` is a part of two. */
function longer(word: string, command: Command): readonly string[] {
  const begun = word.length < TOLD_APART ? [] : flags(command).filter((flag) => flag.startsWith(word));
  return begun.length <= FEW ? begun : [];
}

function file(word: string): string | undefined {
  return word.endsWith('.xml') || existsSync(word) ? `(If it is a file, write ${fileWord(word)})` : undefined;
}

/** An option of the program itself, or of other commands. Of single letters each is as close as any other. */
function elsewhere(word: string, root: Command): string | undefined {
  const flag = /^--?[\w-]+/.exec(word)?.[0] ?? word;
  const meant = flag.startsWith('--') ? (closest(flag, flags(root)) ?? longer(flag, root)[0]) : undefined;
  if (meant !== undefined) return `(Did you mean 'domxml2qemu ${meant}'?)`;
  const owners = root.commands.filter((one) => flags(one).includes(flag));
  return owners.length === 0 ? undefined : `(It is an option of ${quoted(owners)}.)`;
}

const quoted = (commands: readonly Command[]) => commands.map((command) => `'${command.name()}'`).join(', ');

function flags({ options }: Command): string[] {
  return [
    ...options.flatMap(({ short, long }) => [short, long].filter((flag) => flag !== undefined)),
    '-h',
    '--help',
  ];
}
