import type { Command } from 'commander';
import { conversion } from './option';
import type { Leave } from './leave';

export function addNormalize(root: Command, leave: Leave): void {
  conversion(root.command('normalize'))
    .summary('print the domain XML with all defaults filled in')
    .description(
      'Prints the domain XML with all defaults, controllers and addresses, and with its comments and layout.',
    )
    .argument('<file...>', 'domain XML files; - is standard input')
    .option('-o, --output <file>', 'write it to this file')
    .option('-i, --in-place', 'change the files themselves')
    .action((files: string[], options: object) =>
      leave(import('../normalize').then((m) => m.normalizeCommand(files, options))),
    );
}
