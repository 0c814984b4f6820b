import type { Command } from 'commander';
import { choice, conversion } from './option';
import type { Leave } from './leave';

export function addCheck(root: Command, leave: Leave): void {
  conversion(root.command('check'))
    .summary('diagnostics only')
    .description('Says all there is to say about each domain XML, and prints no command line.')
    .argument('<file...>', 'domain XML files; - is standard input')
    .addOption(choice('-o, --output <form>', 'how the diagnostics are written', ['text', 'json'], 'text'))
    .action((files: string[], options: object) =>
      leave(import('../check').then((m) => m.checkCommand(files, options))),
    );
}
