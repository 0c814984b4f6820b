import { Option, type Command } from 'commander';
import { examples } from './examples';
import type { Leave } from './leave';
import { gathered } from './option';

export function addInit(root: Command, leave: Leave): void {
  const command = root
    .command('init')
    .summary('write a guest.xml to start from')
    .description(
      'Writes a domain XML to start from, with comments. Without options, on a terminal, it asks a few questions.',
    )
    .argument('[file]', 'where to write it; standard output by default')
    .option('--name <name>', 'name of the guest (default: that of the file)')
    .option('--memory <size>', 'such as 512M or 2G (default: 2G)')
    .option('--vcpus <count>', 'virtual CPUs (default: 2)')
    .addOption(
      many('--disk <file>', 'image or device, its format by its name; repeatable (default: NAME.qcow2)'),
    )
    .option('--cdrom <file>', 'ISO file to install from')
    .addOption(many('--lun <path>', 'SCSI device of this host to pass through; repeatable'))
    .option('--bridge <name>', 'bridge of this host to connect to')
    .addOption(words('--network <kind>', 'network without a bridge (default: user)', ['user', 'none']))
    .addOption(words('--machine <name>', "board (default: the architecture's)", ['q35', 'pc', 'virt']))
    .addOption(words('--firmware <kind>', "firmware (default: the architecture's)", ['bios', 'uefi']))
    .addOption(words('--arch <name>', 'architecture (default: x86_64)', ['x86_64', 'aarch64']))
    .addOption(words('--accel <name>', 'accelerator (default: kvm for this architecture)', ['kvm', 'tcg']))
    .option('-f, --force', 'write over a file that is there')
    .action((file: string | undefined, options: object) =>
      leave(import('../init').then((m) => m.initCommand(file, options))),
    );
  examples(command, [
    'domxml2qemu init guest.xml',
    'domxml2qemu init --memory 4G --disk db1.qcow2 --cdrom debian.iso db1.xml',
    'domxml2qemu init --lun /dev/disk/by-id/wwn-0x5000c500a1b2c3d4 --bridge br0 san.xml',
    'domxml2qemu init | domxml2qemu -',
  ]);
}

const words = (flags: string, about: string, choices: readonly string[]) =>
  new Option(flags, about).choices(choices);

/** An option that may be given several times. */
function many(flags: string, about: string): Option {
  return new Option(flags, about).argParser(gathered);
}
