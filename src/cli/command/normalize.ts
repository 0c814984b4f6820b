import type { Command } from 'commander';
import { conversion } from './option';
import { examples } from './examples';
import type { Leave } from './leave';

export function addNormalize(root: Command, leave: Leave): void {
  const command = conversion(root.command('normalize'))
    .summary('print the domain XML with all defaults filled in')
    .description(
      'Prints the domain XML with all defaults, controllers and addresses, and with its comments and layout.',
    )
    .argument('<file...>', 'domain XML files; - is standard input')
    .option('-o, --output <file>', 'write it to this file; - is standard output')
    .option('-i, --in-place', 'change the files themselves')
    .action((files: string[], options: object) =>
      leave(import('../normalize').then((m) => m.normalizeCommand(files, options))),
    );
  examples(command, [
    'domxml2qemu normalize guest.xml > whole.xml',
    'domxml2qemu normalize --in-place *.xml',
    'virsh dumpxml db1 | domxml2qemu normalize -',
  ]);
}
