import { Option, type Command } from 'commander';
import {
  COLOR,
  CONVERSION_OPTIONS,
  RELEASE_HERE,
  SELECTION_OPTIONS,
  type Choice,
  type ConversionOption,
} from '../conversion-options';
import { nearestVersion, parseVersion } from '../../qemu/version';
import { sectionWords } from '../section-words';

/** Adds the options that every conversion takes. */
export function conversion(command: Command): Command {
  for (const option of CONVERSION_OPTIONS) command.addOption(commanderOption(option));
  return colored(command);
}

/** The same for what starts a guest here, or would: the QEMU that is here is asked. */
export function conversionHere(command: Command): Command {
  for (const option of CONVERSION_OPTIONS)
    command.addOption(
      commanderOption(option.name === 'qemuVersion' ? { ...option, about: RELEASE_HERE } : option),
    );
  return colored(command);
}

export function colored(command: Command): Command {
  return command.addOption(chosen(COLOR));
}

/** Adds the options that pick sections of the command line. */
export function selection(command: Command): Command {
  for (const option of SELECTION_OPTIONS) command.addOption(commanderOption(option));
  return command;
}

/** The same options for the second of two sides: `--profile` is `--to-profile` there. A short form is the first's alone. */
export function conversionOfSecond(command: Command): Command {
  for (const option of CONVERSION_OPTIONS) {
    if (option.name === 'redact') continue;
    const long = option.flags.replace(/^-\w, /, '');
    const about = `as ${long.replace(/ .*/, '')}, for the second`;
    command.addOption(commanderOption({ ...option, flags: long.replace('--', '--to-'), about }));
  }
  return command;
}

function commanderOption({ name, flags, about, kind, choices }: ConversionOption): Option {
  const option = new Option(flags, about);
  if (name === 'qemuVersion') return option.argParser(qemuVersion);
  if (kind === 'list') return option.argParser(sectionWords);
  if (choices !== undefined) option.choices(choices);
  if (kind === 'pairs') option.argParser(pair);
  return option;
}

/** What `--jobs` is for, wherever there is one. */
export const JOBS = "threads that convert; 'auto': one for each core";

/** An option that takes one of a few words. */
export function choice(flags: string, about: string, choices: readonly string[], fallback: string): Option {
  return new Option(flags, about).choices(choices).default(fallback);
}

export const chosen = ({ flags, about, choices, fallback }: Choice): Option =>
  choice(flags, about, choices, fallback);

/** The words of an option that may be given several times. */
export const gathered = (word: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  word,
];

/** `usage=file`, gathered over repetitions. */
function pair(word: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const equals = word.indexOf('=');
  if (equals <= 0) throw new InvalidArgument(`'${word}' is not NAME=VALUE`);
  if (equals === word.length - 1) throw new InvalidArgument(`'${word}' has nothing behind the sign.`);
  return { ...before, [word.slice(0, equals)]: word.slice(equals + 1) };
}

/** A version that can be read; whether anything is known of it is said beside the guest. */
function qemuVersion(text: string): string {
  if (parseVersion(text) !== undefined) return text;
  const meant = nearestVersion(text);
  throw new InvalidArgument(
    meant === undefined ? 'A version is written as 7.2 or 7.2.19.' : `Did you mean ${meant}?`,
  );
}

class InvalidArgument extends Error {
  readonly code = 'commander.invalidArgument';
}
