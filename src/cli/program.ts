import { Command } from 'commander';
import { addBatch } from './command/batch';
import { addCheck } from './command/check';
import { addCompletion } from './command/completion';
import { addConvert } from './command/convert';
import { addExplain } from './command/explain';
import { addDiff } from './command/diff';
import { addHost } from './command/host';
import type { CommandName } from './command/names';
import { describeOption } from './command/describe';
import { helpItem } from './command/help-item';
import { examples } from './command/examples';
import { closing, EXIT_STATUS } from './command/exit-status';
import { addInit } from './command/init';
import type { Leave } from './command/leave';
import { addNormalize } from './command/normalize';
import { addProbe } from './command/probe';
import { addRun } from './command/run';
import { addTree } from './command/tree';
import { addVerify } from './command/verify';
import { refuseEmpty, suggestValues } from './command/suggest';
import { refuseSeveral } from './standard-input';
import { writeError, writeOut } from './streams';
import { layoutWidth } from './terminal';
import { usageError } from './usage-error';

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
  init: addInit,
  completion: addCompletion,
};

const ROOT_EXAMPLES = [
  'domxml2qemu guest.xml',
  'virsh dumpxml db1 | domxml2qemu -',
  'domxml2qemu --qemu-version 7.2 guest.xml',
  'domxml2qemu check *.xml',
];

const CONVERSION = 'The options of a conversion: domxml2qemu convert --help';

export function program(leave: Leave): Command {
  const root: Command = new Command('domxml2qemu')
    .description('Turns a libvirt domain XML into the QEMU command line that boots that guest.')
    .configureOutput({
      writeOut,
      writeErr: writeError,
      getOutHelpWidth: layoutWidth,
      outputError: (text, write) => write(usageError(text, root, root)),
    })
    .configureHelp({ optionDescription: describeOption, formatItem: helpItem, minWidthToWrap: 20 })
    .showSuggestionAfterError()
    .helpCommand('help [command]', 'help on a command')
    .enablePositionalOptions()
    .exitOverride();
  root.hook('preAction', (_root, command) => refuseSeveral(command));
  root.option('-V, --version', 'print the version, and the QEMU and libvirt releases that are known');
  examples(root, ROOT_EXAMPLES).addHelpText('after', closing(`\n${CONVERSION}\n\n${EXIT_STATUS}`));
  for (const add of Object.values(COMMANDS)) add(root, leave);
  for (const command of root.commands) {
    suggestValues(command);
    refuseEmpty(command);
    command.configureOutput({ outputError: (text, write) => write(usageError(text, root, command)) });
    command.showHelpAfterError(`(see 'domxml2qemu ${command.name()} --help')`);
  }
  return root;
}
