import type { Command } from 'commander';
import { choice, conversionHere } from './option';
import { examples } from './examples';
import type { Leave } from './leave';

export function addCheck(root: Command, leave: Leave): void {
  const command = conversionHere(root.command('check'))
    .summary('diagnostics only')
    .description(
      'Says all there is to say about each domain XML and this host, and prints no command line. ' +
        'Looks at more than a conversion does; what it could not look at is named last. ' +
        'Of several guests it also says what two of them have that only one can have while they run.',
    )
    .argument('<file...>', 'domain XML files; - is standard input')
    .addOption(choice('-o, --output <form>', 'how the diagnostics are written', ['text', 'json'], 'text'))
    .option('-v, --verbose', 'each thing that was not checked on a line of its own')
    .action((files: string[], options: object) =>
      leave(import('../check').then((m) => m.checkCommand(files, options))),
    );
  examples(command, [
    'domxml2qemu check guest.xml',
    'domxml2qemu check --strict *.xml',
    'domxml2qemu check --host server.json -o json guest.xml',
  ]);
}
