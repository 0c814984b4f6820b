import type { Command } from 'commander';
import { OUTPUT } from '../conversion-options';
import type { ConvertCommandOptions } from '../convert-options';
import { examples } from './examples';
import { closing, EXIT_STATUS } from './exit-status';
import { chosen, conversion, JOBS, selection } from './option';
import type { Leave } from './leave';

export function addConvert(root: Command, leave: Leave): void {
  const command = selection(conversion(root.command('convert', { isDefault: true })))
    .summary('print the QEMU command line (the default command)')
    .description(
      'Prints the QEMU command line of each domain XML; - is standard input, and so is none where something is piped in.',
    )
    .argument('[file...]', 'domain XML files')
    .addOption(chosen(OUTPUT))
    .option('-d, --out-dir <dir>', 'write each command to a file of this folder, named after the guest')
    .option('-j, --jobs <threads>', `${JOBS} (default: 1)`)
    .option('--files-from <file>', 'convert the files of this list: a line each, or as find -print0 has them')
    .action(async (files: string[], options: ConvertCommandOptions) =>
      leave((await import('../convert')).convertCommand(files, options)),
    );
  examples(command, [
    'domxml2qemu guest.xml',
    'virsh dumpxml db1 | domxml2qemu --qemu-version 7.2 -',
    'domxml2qemu --host server.json --output json guest.xml',
    'domxml2qemu -o nul guest.xml | xargs -0 env',
    'domxml2qemu -p libvirt guest.xml',
    'domxml2qemu --only disks,net guest.xml',
    'domxml2qemu --out-dir commands --jobs auto guests/*.xml',
  ]).addHelpText('after', closing(`\n${EXIT_STATUS}`));
}
