import type { Command } from 'commander';
import { choice, conversion, conversionOfSecond } from './option';
import { examples } from './examples';
import { ownStatus } from './exit-status';
import type { Leave } from './leave';

export function addDiff(root: Command, leave: Leave): void {
  const command = conversion(root.command('diff'))
    .summary('how two guests differ, and what the guest would notice')
    .description(
      'Compares two guests, or one guest for two QEMU releases, profiles or hosts, or with one that runs: device by ' +
        'device, property by property, with what the guest notices (its ABI) and what is the host alone.',
    )
    .argument('<file>', 'domain XML file; - is standard input')
    .argument('[other]', 'another domain XML file')
    .option('--pid <number>', 'compare with the QEMU that runs as this process')
    .option(
      '--cmdline <file>',
      'compare with a command line: shell text, a script, or as /proc/PID/cmdline has it',
    )
    .addOption(choice('-o, --output <form>', 'how the differences are written', ['text', 'json'], 'text'))
    .option('-v, --verbose', 'each device that only moved by itself');
  conversionOfSecond(command).action((file: string, other: string | undefined, options: object) =>
    leave(import('../diff').then((m) => m.diffCommand(file, other, options))),
  );
  examples(command, [
    'domxml2qemu diff old.xml new.xml',
    'domxml2qemu diff guest.xml --qemu-version 7.2 --to-qemu-version 10.0',
    'domxml2qemu diff guest.xml --to-host other-server.json',
    'domxml2qemu diff -p libvirt guest.xml --pid 1234',
  ]).addHelpText('after', ownStatus('diff'));
}
