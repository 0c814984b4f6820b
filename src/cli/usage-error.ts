import type { Command } from 'commander';
import { closest } from '../diagnostics/closest';
import { fold } from '../diagnostics/fold';

/** What commander says of a wrong command line, in 80 columns, with the command that has an option which this one lacks. */
export function usageError(text: string, every: Command): string {
  if (/^error: missing required argument 'file'/.test(text))
    return fold(`${text.trimEnd()}\n(To read a guest from standard input, write -)\n`);
  const flag = /^error: unknown option '(--?[\w-]+)/.exec(text)?.[1];
  const hint = flag === undefined || text.includes('(Did you mean') ? undefined : elsewhere(flag, every);
  return fold(hint === undefined ? text : `${text.trimEnd()}\n${hint}\n`);
}

/** An option of the program itself, or of other commands. */
function elsewhere(flag: string, root: Command): string | undefined {
  const meant = closest(flag, flags(root));
  if (meant !== undefined) return `(Did you mean 'domxml2qemu ${meant}'?)`;
  const owners = root.commands.filter((command) => flags(command).includes(flag));
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
