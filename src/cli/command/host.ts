import type { Command } from 'commander';
import { choice, colored } from './option';
import { examples } from './examples';
import type { Leave } from './leave';

export function addHost(root: Command, leave: Leave): void {
  const command = colored(root.command('host'))
    .summary("this host's SCSI devices, adapters and stable names")
    .description(
      'Prints what a guest can be given: SCSI devices as lsscsi shows them, with their stable names and use.',
    )
    .addOption(
      choice('-o, --output <form>', "'json' is the snapshot that --host takes", ['table', 'json'], 'table'),
    )
    .option(
      '--xml',
      'print each SCSI device, target and adapter as a guest.xml names it, by a name that stays',
    )
    .option('--host <file>', 'print a snapshot instead of this host')
    .action((options: object) => leave(import('../host').then((m) => m.hostCommand(options))));
  examples(command, ['domxml2qemu host', 'domxml2qemu host --xml', 'domxml2qemu host -o json > server.json']);
}
