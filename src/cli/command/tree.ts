import type { Command } from 'commander';
import { Option } from 'commander';
import { choice, conversion, gathered } from './option';
import { examples } from './examples';
import type { Leave } from './leave';

export function addTree(root: Command, leave: Leave): void {
  const command = conversion(root.command('tree'))
    .summary("the guest's buses and devices")
    .description(
      "Draws the guest's buses and devices as its own lspci and lsscsi would show them, with the line of the XML.",
    )
    .argument('<file>', 'domain XML file; - is standard input')
    .addOption(
      choice('-o, --output <form>', 'how it is drawn', ['text', 'json', 'mermaid', 'dot', 'svg'], 'text'),
    )
    .addOption(
      new Option('--only <bus>', 'the buses of one kind; repeatable').choices(TREE_BUSES).argParser(gathered),
    )
    .option('--ascii', 'draw with ASCII alone (default: unless the locale is UTF-8)')
    .action((file: string, options: object) =>
      leave(import('../tree').then((m) => m.treeCommand(file, options))),
    );
  examples(command, [
    'domxml2qemu tree guest.xml',
    'domxml2qemu tree --only scsi guest.xml',
    'domxml2qemu tree -o svg guest.xml > guest.svg',
    'domxml2qemu tree -o dot guest.xml | dot -Tpdf > guest.pdf',
  ]);
}

/** Kinds that a person may want alone. */
const TREE_BUSES = ['pci', 'scsi', 'usb', 'ide', 'nvme', 'isa', 'virtio-serial', 'ccw'] as const;
