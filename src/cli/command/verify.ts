import type { Command } from 'commander';
import { choice, conversionHere } from './option';
import { examples } from './examples';
import { ownStatus } from './exit-status';
import type { Leave } from './leave';

export function addVerify(root: Command, leave: Leave): void {
  const command = conversionHere(root.command('verify'))
    .summary('start QEMU stopped, compare what it made of the guest, end it')
    .description(
      'Starts the guest as run does, but stopped: it executes nothing. Asks QEMU over QMP what it has, compares that ' +
        'with the plan, and ends it. Where KVM is not usable, say --accel tcg.',
    )
    .argument('<file>', 'domain XML file; - is standard input')
    .option('-f, --force', 'start in spite of what the checks call an error')
    .addOption(choice('-o, --output <form>', 'how the comparison is written', ['text', 'json'], 'text'))
    .action((file: string, options: object) =>
      leave(import('../verify').then((m) => m.verifyCommand(file, options))),
    );
  examples(command, [
    'domxml2qemu verify guest.xml',
    'domxml2qemu verify --qemu /opt/qemu/bin/qemu-system-x86_64 guest.xml',
    'domxml2qemu verify --accel tcg -o json guest.xml',
  ]).addHelpText('after', ownStatus('verify'));
}
