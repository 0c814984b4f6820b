import type { Argument, Command, Option } from 'commander';
import { propertyNames } from '../../explainer/property';
import { GENERAL_NAMES } from '../../explainer/select';
import { knownReleases } from '../../qemu/releases';

/** What a shell offers for a value: one of a few words, some of them with commas between, or names that it finds by itself. */
export type Values =
  | { readonly kind: 'words' | 'list'; readonly words: readonly string[] }
  | { readonly kind: 'guest' | 'file' | 'folder' | 'program' | 'free' };

export interface CompletedOption {
  /** `-p`, `--profile`. */
  readonly flags: readonly string[];
  readonly about: string;
  /** `name` of `--profile <name>`; undefined for a flag. */
  readonly value?: string | undefined;
  readonly values: Values;
}

export interface CompletedCommand {
  readonly name: string;
  readonly about: string;
  readonly options: readonly CompletedOption[];
  /** What stands without an option. */
  readonly operands: Values;
}

/** The program as its shells complete it. */
export interface Completed {
  readonly program: string;
  /** Taken where the first word names no command. */
  readonly fallback: CompletedCommand;
  readonly commands: readonly CompletedCommand[];
}

/** Reads what there is to complete out of the commands themselves: a new command or option is in it without an edit. */
export function completed(root: Command): Completed {
  const commands = root.commands.map((command) => completedCommand(command));
  const help: CompletedCommand = {
    name: 'help',
    about: 'help on a command',
    options: [],
    operands: { kind: 'words', words: commands.map(({ name }) => name) },
  };
  const convert = commands.find(({ name }) => name === 'convert') ?? help;
  return {
    program: root.name(),
    fallback: { ...convert, options: [...convert.options, ...root.options.map(completedOption)] },
    commands: [...commands, help],
  };
}

function completedCommand(command: Command): CompletedCommand {
  const shown = command.options.filter(({ hidden }) => !hidden);
  return {
    name: command.name(),
    about: command.summary(),
    options: [...shown.map(completedOption), HELP],
    operands: operandsOf(command.registeredArguments),
  };
}

const HELP: CompletedOption = { flags: ['-h', '--help'], about: 'display help', values: { kind: 'free' } };

function completedOption(option: Option): CompletedOption {
  const value = /[<[]([^\]>]+)[\]>]/.exec(option.flags)?.[1]?.replace(/\.\.\.$/, '');
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    about: option.description,
    value,
    values: wordsOr(option.argChoices, KIND_OF_VALUE[value ?? '']?.()),
  };
}

/** What an option takes, by the word that its help has for it. */
const KIND_OF_VALUE: Readonly<Record<string, () => Values>> = {
  file: () => ({ kind: 'file' }),
  path: () => ({ kind: 'file' }),
  dir: () => ({ kind: 'folder' }),
  folder: () => ({ kind: 'folder' }),
  binary: () => ({ kind: 'program' }),
  'X.Y.Z': () => ({ kind: 'words', words: knownReleases() }),
  names: () => ({ kind: 'list', words: GENERAL_NAMES }),
  property: () => ({ kind: 'words', words: propertyNames() }),
  threads: () => ({ kind: 'words', words: ['auto'] }),
};

/** Operands are guests unless a command says what else. */
function operandsOf(operands: readonly Argument[]): Values {
  const [first] = operands;
  if (first === undefined) return { kind: 'free' };
  return wordsOr(first.argChoices, first.name() === 'binary' ? { kind: 'program' } : { kind: 'guest' });
}

function wordsOr(words: readonly string[] | undefined, otherwise: Values = { kind: 'free' }): Values {
  return words === undefined ? otherwise : { kind: 'words', words };
}
