import { existsSync } from 'node:fs';
import { closest } from '../diagnostics/closest';
import { COMMAND_NAMES } from './command/names';
import { Failure, STATUS } from './status';

/** A first word that is no file and nearly a command: what follows is meant for that, and not to be converted. */
export function refuseMisspelt([first = '', ...others]: readonly string[]): void {
  if (others.length === 0 || first.startsWith('-')) return;
  const known: readonly string[] = [...COMMAND_NAMES, 'help'];
  const meant = known.includes(first) ? undefined : closest(first, known);
  if (meant === undefined || existsSync(first)) return;
  throw new Failure(STATUS.usage, `there is no command '${first}'`, `did you mean '${meant}'?`);
}
