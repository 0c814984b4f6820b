import { Argument, type Command } from 'commander';
import { SHELLS, type Shell } from '../completion/shells';
import { examples } from './examples';
import type { Leave } from './leave';

export function addCompletion(root: Command, leave: Leave): void {
  const command = root
    .command('completion')
    .summary('print a script that lets your shell complete words')
    .description('Prints a script with which a shell completes commands, options, their values and files.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .action((shell: Shell) => leave(import('../completion').then((m) => m.completionCommand(shell, root))));
  examples(command, [
    'domxml2qemu completion bash > ~/.local/share/bash-completion/completions/domxml2qemu',
    'domxml2qemu completion zsh > ~/.zfunc/_domxml2qemu',
    'domxml2qemu completion fish > ~/.config/fish/completions/domxml2qemu.fish',
  ]);
}
