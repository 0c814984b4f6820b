import { basename } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { withBeside } from '../../differ/beside';
import { guestSide } from '../../differ/guest-side';
import { parseArguments } from '../../differ/parse';
import { commandIn, processWords } from '../../differ/parse/command';
import { runningSide } from '../../differ/running-side';
import type { Side } from '../../differ/side';
import { explainDomain } from '../../explain';
import { formatVersion } from '../../qemu/version';
import type { ColorChoice } from '../color';
import { say } from '../say';
import type { Redactor } from '../../redactor';
import type { ConversionValues } from '../conversion-values';
import { inputOf } from '../guest-input';
import { nameOf, readBytes, readXml } from '../input';
import { Failure, STATUS } from '../status';

export interface NamedSide {
  /** As the user named it. */
  readonly name: string;
  /** The release that it is for; unknown of what runs. */
  readonly qemu?: string | undefined;
  readonly side: Side;
  /** With what is beside QEMU's arguments, which is not known of a command line. */
  readonly whole?: Side | undefined;
}

/** A domain XML's text, read once: the two sides of a comparison may be of one file, or of standard input. */
export function textOf(file: string, problems: Diagnostic[]): string | undefined {
  return readXml(file, (diagnostic) => void problems.push(diagnostic));
}

/** A guest converted; what cannot be converted is said, and ends the command. */
export async function guestOf(
  file: string,
  text: string | undefined,
  problems: readonly Diagnostic[],
  values: ConversionValues & { readonly color?: ColorChoice },
  redactor?: Redactor,
): Promise<NamedSide> {
  const input = text === undefined ? undefined : await inputOf(text, values, { redactor });
  const { reading, options } = input ?? { reading: { diagnostics: problems }, options: {} };
  const { explanation, emitted, plan, qemu, diagnostics } = explainDomain(reading, options);
  if (explanation === undefined || emitted === undefined || plan === undefined || qemu === undefined) {
    await say(diagnostics, file, input?.text, values);
    throw new Failure(STATUS.unreadable, `${nameOf(file)} cannot be compared: it does not convert`);
  }
  const side = guestSide(explanation, emitted, qemu);
  return { name: nameOf(file), qemu: formatVersion(qemu.version), side, whole: withBeside(side, plan) };
}

/** The QEMU that runs as a process. */
export function processOf(pid: string, guest: NamedSide, redactor?: Redactor): NamedSide {
  if (!/^\d+$/.test(pid)) throw new Failure(STATUS.usage, `'${pid}' is not the number of a process`);
  const words = processWords(cmdline(pid));
  const [program = ''] = words;
  if (!/qemu|kvm/.test(basename(program)))
    throw new Failure(
      STATUS.unreadable,
      `process ${pid} runs ${program === '' ? 'no program of its own' : `'${program}'`}, which is no QEMU`,
      'pgrep -a qemu lists those that run',
    );
  return named(`process ${pid}`, words, guest, redactor);
}

function cmdline(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' || code === 'ESRCH' ? 'there is no such process' : (problem as Error).message;
    throw new Failure(STATUS.unreadable, `cannot read the command line of process ${pid}: ${reason}`);
  }
}

/** A command line in a file. */
export function commandOf(file: string, guest: NamedSide, redactor?: Redactor): NamedSide {
  const text = readBytes(file).toString('utf8');
  if (text.trimStart().startsWith('<'))
    throw new Failure(
      STATUS.unreadable,
      `${nameOf(file)} holds XML, not a command line`,
      'name a guest as the second file, without --cmdline',
    );
  if (isJson(text))
    throw new Failure(
      STATUS.unreadable,
      `${nameOf(file)} holds JSON, not a command line`,
      'write it with --output oneline, or another form that a shell reads',
    );
  const found = commandIn(text);
  if ('problem' in found)
    throw new Failure(
      STATUS.unreadable,
      `${nameOf(file)} ${found.problem}`,
      'name a file with the command line of one QEMU, or a script that starts it',
    );
  return named(nameOf(file), found.words, guest, redactor);
}

/** As `--output json` and a batch write it: read as a shell does, each of its words would be an argument of its own. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Arguments alone, without a program before them, are taken as well. */
function named(name: string, words: readonly string[], guest: NamedSide, redactor?: Redactor): NamedSide {
  const args = words[0]?.startsWith('-') === true ? words : words.slice(1);
  const options = parseArguments(args);
  const shown = redactor === undefined ? options : options.map((option) => redactor.argument(option));
  return { name, side: runningSide(shown, guest.side) };
}
