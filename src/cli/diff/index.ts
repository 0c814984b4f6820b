import type { Diagnostic } from '../../diagnostics/diagnostic';
import { differences } from '../../differ';
import { paintFor, type ColorChoice } from '../color';
import type { ConversionValues } from '../conversion-values';
import { Failure, STATUS } from '../status';
import { writeOut } from '../streams';
import { terminalWidth } from '../terminal';
import { diffJson } from './json';
import { givenForSecond, secondValues, type SecondValues } from './second';
import { commandOf, guestOf, processOf, textOf, type NamedSide } from './sides';
import { diffText } from './text';

export interface DiffOptions extends ConversionValues {
  readonly pid?: string;
  readonly cmdline?: string;
  readonly output?: 'text' | 'json';
  readonly verbose?: boolean;
  readonly color?: ColorChoice;
}

/** `domxml2qemu diff`: resolves to the exit status, 0 for the same and 1 for differences. */
export async function diffCommand(
  file: string,
  other: string | undefined,
  options: DiffOptions,
): Promise<number> {
  const given = givenForSecond(options as SecondValues);
  refuseMixed(other, options, given);
  const problems: Diagnostic[] = [];
  const text = textOf(file, problems);
  // One numbering for both sides: what is the same stays the same.
  const redactor = options.redact === true ? new (await import('../../redactor')).Redactor() : undefined;
  const from = await guestOf(file, text, problems, options, redactor);
  const to = await second(from);
  const found = from.whole && to.whole ? differences(from.whole, to.whole) : differences(from.side, to.side);
  const sides = [from, to] as const;
  if (options.output === 'json') writeOut(`${JSON.stringify(diffJson(sides, found), null, 2)}\n`);
  else {
    const paint = await paintFor(options.color ?? 'auto', process.env, 1);
    writeOut(diffText(sides, found, { width: terminalWidth(), paint, verbose: options.verbose }));
  }
  return found.length === 0 ? STATUS.done : STATUS.refused;

  async function second(guest: NamedSide): Promise<NamedSide> {
    if (options.pid !== undefined) return processOf(options.pid, guest, redactor);
    if (options.cmdline !== undefined) return commandOf(options.cmdline, guest, redactor);
    const values = { ...secondValues(options, given), ...(options.color && { color: options.color }) };
    if (other === undefined) return guestOf(file, text, problems, values, redactor);
    const wrong: Diagnostic[] = [];
    return guestOf(other, textOf(other, wrong), wrong, values, redactor);
  }
}

/** There are two sides, and each is read once. */
function refuseMixed(
  other: string | undefined,
  { pid, cmdline }: DiffOptions,
  given: Partial<ConversionValues>,
): void {
  const running = [pid, cmdline].filter((one) => one !== undefined).length;
  const converted = Number(other !== undefined || Object.keys(given).length > 0);
  if (running + converted > 1)
    throw new Failure(
      STATUS.usage,
      'one second side is enough: another file, --to- options, --pid or --cmdline',
    );
  if (running + converted === 0)
    throw new Failure(
      STATUS.usage,
      'there is nothing to compare with',
      'name another file, a --to- option such as --to-qemu-version, --pid or --cmdline',
    );
}
