import type { Command } from 'commander';
import { STATUS } from '../status';
import { writeOut } from '../streams';
import { bash } from './bash';
import { fish } from './fish';
import { completed, type Completed } from './model';
import type { Shell } from './shells';
import { zsh } from './zsh';

const SCRIPTS: Readonly<Record<Shell, (program: Completed) => string>> = { bash, zsh, fish };

/** `completion SHELL`: a script that holds all there is to complete, so that no key press starts Node. */
export function completionCommand(shell: Shell, root: Command): Promise<number> {
  writeOut(SCRIPTS[shell](completed(root)));
  return Promise.resolve(STATUS.done);
}
