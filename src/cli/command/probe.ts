import type { Command } from 'commander';
import { examples } from './examples';
import type { Leave } from './leave';

export function addProbe(root: Command, leave: Leave): void {
  const command = root
    .command('probe')
    .summary('what a QEMU binary can do, as JSON')
    .description('Asks a QEMU over QMP, without a guest: version, machine types, capabilities, devices.')
    .argument('[binary]', "path or name in PATH (default: qemu-system-<this machine's architecture>)")
    .option('--no-cache', 'ask even where the answer is stored')
    .action((binary: string | undefined, options: object) =>
      leave(import('../probe').then((m) => m.probeCommand(binary, options))),
    );
  examples(command, ['domxml2qemu probe', 'domxml2qemu probe /usr/bin/qemu-system-x86_64']);
}
