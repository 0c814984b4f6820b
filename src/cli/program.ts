import { Command } from 'commander';
import { addBatch } from './command/batch';
import { addCheck } from './command/check';
import { addConvert } from './command/convert';
import { addExplain } from './command/explain';
import { addDiff } from './command/diff';
import { addHost } from './command/host';
import { isConversion, type CommandName } from './command/names';
import type { Leave } from './command/leave';
import { addNormalize } from './command/normalize';
import { addProbe } from './command/probe';
import { addRun } from './command/run';
import { addTree } from './command/tree';
import { addVerify } from './command/verify';
import { writeError, writeOut } from './streams';

/**
 * The words of each command are in command/, its work is in the file of its name, loaded when it is called. In the order
 * of the help.
 */
const COMMANDS: Readonly<Record<CommandName, (root: Command, leave: Leave) => void>> = {
  convert: addConvert,
  check: addCheck,
  explain: addExplain,
  normalize: addNormalize,
  tree: addTree,
  diff: addDiff,
  run: addRun,
  verify: addVerify,
  batch: addBatch,
  host: addHost,
  probe: addProbe,
};

/** The program, with what the arguments can mean: a conversion does not pay for the words of other commands. */
export function program(leave: Leave, args: readonly string[] = []): Command {
  const root = new Command('domxml2qemu')
    .description('Turns a libvirt domain XML into the QEMU command line that boots that guest.')
    .configureOutput({ writeOut, writeErr: writeError, outputError: (text, write) => write(text) })
    .showHelpAfterError("(see 'domxml2qemu --help')")
    .showSuggestionAfterError()
    .helpCommand('help [command]', 'help on a command')
    .enablePositionalOptions()
    .exitOverride();
  root.option('-V, --version', 'print the version');
  for (const add of commandsFor(args)) add(root, leave);
  return root;
}

function commandsFor(args: readonly string[]): ((root: Command, leave: Leave) => void)[] {
  return isConversion(args) ? [addConvert] : Object.values(COMMANDS);
}
