import type { Command, Option } from 'commander';
import { describeOption } from '../../src/cli/command/describe';

/** The options that a conversion takes, whichever command does it: those of `convert` that other commands have too. */
export function sharedOptions({ commands }: Command): readonly Option[] {
  const convert = commands.find((command) => command.name() === 'convert');
  const others = commands.filter((command) => command !== convert);
  return shown(convert).filter((option) =>
    others.some((other) => shown(other).some((its) => same(its, option))),
  );
}

/** What a command has of its own. */
export function ownOptions(command: Command, shared: readonly Option[]): readonly Option[] {
  return shown(command).filter((option) => !shared.some((other) => same(other, option)));
}

/** Whether it takes all that a conversion takes. */
export function converts(command: Command, shared: readonly Option[]): boolean {
  return shared.length > 0 && shared.every((option) => shown(command).some((its) => same(its, option)));
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
