import type { Command } from 'commander';
import { examples } from './examples';
import { choice, conversionHere, selection } from './option';
import { ownStatus } from './exit-status';
import type { Leave } from './leave';

export function addRun(root: Command, leave: Leave): void {
  const command = selection(conversionHere(root.command('run')))
    .summary('check, start what the guest needs, then the guest (--dry-run previews)')
    .description(
      'Checks this host, does the host steps, starts the companions and waits for their sockets, then starts ' +
        "QEMU and stays until it ends. Signals go to QEMU. Nothing is left behind; the exit status is QEMU's.",
    )
    .argument('<file>', 'domain XML file; - is standard input')
    .option('-n, --dry-run', 'show all of it and start nothing')
    .option('-f, --force', 'start in spite of what the checks call an error')
    .option('--create-vports', 'make the NPIV ports that are missing, then convert again')
    .addOption(choice('-o, --output <form>', 'how the preview is written', ['text', 'json'], 'text'))
    .action((file: string, options: object) =>
      leave(import('../run').then((m) => m.runCommand(file, options))),
    );
  examples(command, [
    'domxml2qemu run --dry-run guest.xml',
    'domxml2qemu run guest.xml',
    'domxml2qemu run --accel tcg --monitor stdio guest.xml',
  ]).addHelpText('after', ownStatus('run'));
}
