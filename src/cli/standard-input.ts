import type { Command } from 'commander';
import { Failure, STATUS } from './status';

/** Options that name a file which is read, as commander calls them. */
const READ = ['host', 'qemuConf', 'filesFrom', 'cmdline', 'toHost', 'toQemuConf'];

/** Of a command as it was called: standard input is one file, whatever names it. Throws a Failure. */
export function refuseSeveral(command: Command): void {
  const options = command.options.filter(
    (option) =>
      READ.includes(option.attributeName()) && command.getOptionValue(option.attributeName()) === '-',
  );
  oneOf([...guestsOf(command), ...options.map(({ long }) => long ?? '')]);
}

/** What standard input is to be; throws a Failure where that is more than one thing. */
export function oneOf(named: readonly string[]): void {
  if (named.length < 2) return;
  throw new Failure(
    STATUS.usage,
    `standard input is one file, and was named for more: ${named.join(', ')}`,
    'write all but one of them to files, and name those',
  );
}

export const GUEST = 'a guest';

function guestsOf(command: Command): string[] {
  // A file of init is written.
  if (command.name() === 'init') return [];
  const guests = command.args.filter((word) => word === '-').map(() => GUEST);
  const isSilent =
    command.name() === 'convert' &&
    command.args.length === 0 &&
    command.getOptionValue('filesFrom') === undefined;
  // It can only be there: see filesOf.
  return isSilent ? [GUEST] : guests;
}
