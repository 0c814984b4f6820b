import type { Command, Option } from 'commander';
import { describeOption } from '../../src/cli/command/describe';
import { COLOR, CONVERSION_OPTIONS } from '../../src/cli/conversion-options';

/** The options that a conversion takes, whichever command does it: those of the table that every such command is told of. */
export function sharedOptions({ commands }: Command): readonly Option[] {
  const convert = commands.find((command) => command.name() === 'convert');
  const every = [...CONVERSION_OPTIONS, COLOR].map(({ flags }) => flags);
  return shown(convert).filter(({ flags }) => every.includes(flags));
}

/** What a command has of its own: all, where it does no conversion. */
export function ownOptions(command: Command, shared: readonly Option[]): readonly Option[] {
  if (!converts(command, shared)) return shown(command);
  return shown(command).filter((option) => !shared.some((other) => same(other, option)));
}

/** Whether it takes all that a conversion takes, be it by another default. */
export function converts(command: Command, shared: readonly Option[]): boolean {
  return shared.length > 0 && shared.every(({ flags }) => shown(command).some((its) => its.flags === flags));
}

const shown = (command: Command | undefined) => (command?.options ?? []).filter(({ hidden }) => !hidden);

const same = (a: Option, b: Option) => a.flags === b.flags && describeOption(a) === describeOption(b);

/** The lines `$ ...` at the end of a command's help, without the `$`. */
export function examplesIn(command: Command): readonly string[] {
  let help = '';
  command.configureOutput({ writeOut: (words) => void (help += words) });
  command.outputHelp();
  return [...help.matchAll(/^ *\$ (.*)$/gm)].map(([, line = '']) => line);
}

export const usageOf = (command: Command) => command.createHelp().commandUsage(command);
