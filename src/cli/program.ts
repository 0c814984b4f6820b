import { Command, Option } from 'commander';
import { COLOR_CHOICES } from './color';
import { CONVERSION_OPTIONS, type ConversionOption } from './conversion-options';
import { writeError, writeOut } from './streams';

/** A command's action: what it got, and where it leaves its exit status. */
export type Leave = (status: Promise<number>) => Promise<void>;

/** Each command's words are here, its work in the file of its name, loaded when it is called. In the order of the help. */
const COMMANDS: Readonly<Record<string, (root: Command, leave: Leave) => void>> = {
  convert: addConvert,
  check: addCheck,
  normalize: addNormalize,
  run: addRun,
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
  const others = Object.keys(COMMANDS).filter((name) => name !== 'convert');
  const all = args.length === 0 || args.some((word) => ['-h', '--help', 'help', ...others].includes(word));
  return all ? Object.values(COMMANDS) : [addConvert];
}

function addConvert(root: Command, leave: Leave): void {
  conversion(root.command('convert', { isDefault: true }))
    .summary('print the QEMU command line (the default command)')
    .description('Prints the QEMU command line of each domain XML; - is standard input.')
    .argument('<file...>', 'domain XML files')
    .addOption(
      choice(
        '-o, --output <form>',
        'how the command is written',
        ['pretty', 'oneline', 'json', 'nul', 'script'],
        'pretty',
      ),
    )
    .addHelpText('after', CONVERT_EXAMPLES)
    .action((files: string[], options: object) =>
      leave(import('./convert').then((m) => m.convertCommand(files, options))),
    );
}

function addCheck(root: Command, leave: Leave): void {
  conversion(root.command('check'))
    .summary('diagnostics only')
    .description('Says all there is to say about each domain XML, and prints no command line.')
    .argument('<file...>', 'domain XML files; - is standard input')
    .addOption(choice('-o, --output <form>', 'how the diagnostics are written', ['text', 'json'], 'text'))
    .action((files: string[], options: object) =>
      leave(import('./check').then((m) => m.checkCommand(files, options))),
    );
}

function addNormalize(root: Command, leave: Leave): void {
  conversion(root.command('normalize'))
    .summary('print the domain XML with all defaults filled in')
    .description(
      'Prints the domain XML with all defaults, controllers and addresses, and with its comments and layout.',
    )
    .argument('<file...>', 'domain XML files; - is standard input')
    .option('-o, --output <file>', 'write it to this file')
    .option('-i, --in-place', 'change the files themselves')
    .action((files: string[], options: object) =>
      leave(import('./normalize').then((m) => m.normalizeCommand(files, options))),
    );
}

function addRun(root: Command, leave: Leave): void {
  conversion(root.command('run'))
    .summary('preview what starting the guest would do (--dry-run)')
    .description(
      'Shows the command, every decision with its reason, the companions and what the host checks found.',
    )
    .argument('<file>', 'domain XML file; - is standard input')
    .requiredOption('-n, --dry-run', 'preview: start nothing (starting guests is not built yet)')
    .addOption(choice('-o, --output <form>', 'how the preview is written', ['text', 'json'], 'text'))
    .action((file: string, options: object) =>
      leave(import('./run').then((m) => m.runCommand(file, options))),
    );
}

function addBatch(root: Command, leave: Leave): void {
  root
    .command('batch')
    .summary('NDJSON in, NDJSON out')
    .description(
      'Reads one JSON object a line: {"id", "file" or "xml", "options"}; answers one a line, in order.',
    )
    .action(() => leave(import('./batch').then((m) => m.batchCommand())));
}

const CONVERT_EXAMPLES = `
Examples:
  $ domxml2qemu guest.xml
  $ virsh dumpxml db1 | domxml2qemu --qemu-version 7.2 -
  $ domxml2qemu -o nul guest.xml | xargs -0 env
  $ domxml2qemu --host server.json --output json guest.xml

Exit status: 0 done, 1 the domain was refused, 2 wrong usage, 3 a file or the host could not be read.`;

/** Adds the options that every conversion takes. */
function conversion(command: Command): Command {
  for (const option of CONVERSION_OPTIONS) command.addOption(commanderOption(option));
  return command.addOption(choice('--color <when>', 'color on standard error', COLOR_CHOICES, 'auto'));
}

function commanderOption({ flags, about, kind, choices }: ConversionOption): Option {
  const option = new Option(flags, about);
  if (choices !== undefined) option.choices(choices);
  if (kind === 'pairs') option.argParser(pair);
  return option;
}

function choice(flags: string, about: string, choices: readonly string[], fallback: string): Option {
  return new Option(flags, about).choices(choices).default(fallback);
}

/** `usage=file`, gathered over repetitions. */
function pair(word: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const equals = word.indexOf('=');
  if (equals <= 0) throw new InvalidPair(`'${word}' is not NAME=VALUE`);
  return { ...before, [word.slice(0, equals)]: word.slice(equals + 1) };
}

class InvalidPair extends Error {
  readonly code = 'commander.invalidArgument';
}

function addHost(root: Command, leave: Leave): void {
  root
    .command('host')
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
    .action((options: object) => leave(import('./host').then((m) => m.hostCommand(options))));
}

function addProbe(root: Command, leave: Leave): void {
  root
    .command('probe')
    .summary('what a QEMU binary can do, as JSON')
    .description('Asks a QEMU over QMP, without a guest: version, machine types, capabilities, devices.')
    .argument('[binary]', "path or name in PATH (default: qemu-system-<this machine's architecture>)")
    .option('--no-cache', 'ask even where the answer is stored')
    .action((binary: string | undefined, options: object) =>
      leave(import('./probe').then((m) => m.probeCommand(binary, options))),
    );
}
