import type { Command } from 'commander';

/** Ends a command's help with commands to paste. Each must work: a test runs every one that any help shows. */
export function examples(command: Command, lines: readonly string[]): Command {
  return command.addHelpText('after', ['', 'Examples:', ...lines.map((line) => `  $ ${line}`)].join('\n'));
}
