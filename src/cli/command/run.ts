import type { Command } from 'commander';
import { choice, conversion } from './option';
import type { Leave } from './leave';

export function addRun(root: Command, leave: Leave): void {
  conversion(root.command('run'))
    .summary('preview what starting the guest would do (--dry-run)')
    .description(
      'Shows the command, every decision with its reason, the companions and what the host checks found.',
    )
    .argument('<file>', 'domain XML file; - is standard input')
    .requiredOption('-n, --dry-run', 'preview: start nothing (starting guests is not built yet)')
    .addOption(choice('-o, --output <form>', 'how the preview is written', ['text', 'json'], 'text'))
    .action((file: string, options: object) =>
      leave(import('../run').then((m) => m.runCommand(file, options))),
    );
}
