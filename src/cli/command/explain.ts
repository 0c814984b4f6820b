import type { Command } from 'commander';
import { NAMES } from '../conversion-options';
import { sectionWords } from '../section-words';
import { choice, conversion } from './option';
import { examples } from './examples';
import type { Leave } from './leave';

export function addExplain(root: Command, leave: Leave): void {
  const command = conversion(root.command('explain'))
    .summary('each argument with the XML line and the reason behind it')
    .description(
      'Shows the command line beside where each argument comes from, why, and what would change it.',
    )
    .argument('<file>', 'domain XML file; - is standard input')
    .addOption(choice('-o, --output <form>', 'how the explanation is written', ['text', 'json'], 'text'))
    .option('--only <names>', `only these: ${NAMES}`, sectionWords)
    .option('--why <property>', 'only this property, wherever it stands: scsi-id, or lun=5')
    .option('--properties', 'a line for each property')
    .option('--html <file>', 'write a page to look at, with all of it; - is standard output')
    .action((file: string, options: object) =>
      leave(import('../explain').then((m) => m.explainCommand(file, options))),
    );
  examples(command, [
    'domxml2qemu explain guest.xml',
    'domxml2qemu explain --only disk guest.xml',
    'domxml2qemu explain --why addr guest.xml',
    'domxml2qemu explain --html guest.html guest.xml',
    'domxml2qemu explain -o json guest.xml',
  ]);
}
