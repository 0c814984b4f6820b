import { existsSync } from 'node:fs';
import { closest } from '../diagnostics/closest';
import { shellWord } from '../model/shell-word';
import { COMMAND_NAMES } from './command/names';
import { Failure, STATUS } from './status';

/** Words of a command line that nothing else can have been meant by than a command, said wrong. */
export function refuseMisspelt(args: readonly string[]): void {
  refuseUnknown(args);
  refuseLate(args);
}

/** A first word that is no file and nearly a command: what follows is meant for that, and not to be converted. */
function refuseUnknown([first = '', ...others]: readonly string[]): void {
  if (others.length === 0 || first.startsWith('-')) return;
  const known: readonly string[] = [...COMMAND_NAMES, 'help'];
  const meant = known.includes(first) ? undefined : closest(first, known);
  if (meant === undefined || existsSync(first)) return;
  throw new Failure(STATUS.usage, `there is no command '${first}'`, `did you mean '${meant}'?`);
}

/** A command behind an option or a file: without it all of the words were files to convert. */
function refuseLate(args: readonly string[]): void {
  const known: readonly string[] = COMMAND_NAMES;
  const [first = ''] = args;
  if (known.includes(first) || first === 'help') return;
  const late = args.find((word) => known.includes(word));
  if (late === undefined || existsSync(late)) return;
  const others = args.filter((word) => word !== late).map(shellWord);
  throw new Failure(
    STATUS.usage,
    `the command '${late}' goes before options and files`,
    `write: ${['domxml2qemu', late, ...others].join(' ')}`,
  );
}
