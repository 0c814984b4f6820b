import { convertDomain, type Conversion } from '../convert';
import { report, summary, visible } from '../diagnostics/report';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { LaunchPlan } from '../model/plan';
import { launchJson } from '../renderer/json';
import { script } from '../renderer/script';
import { systemd } from '../renderer/systemd';
import { nul, oneline, pretty, type Command } from '../renderer/shell';
import { paintFor, type ColorChoice } from './color';
import type { ConversionValues } from './conversion-options';
import { filesOf } from './files-from';
import { inputOf, unreadable, type GuestInput } from './guest-input';
import { nameOf, readXml } from './input';
import { assertRunnable } from './runnable';
import { selected, type Selected, type SelectionValues } from './selection';
import { Failure, failureText, STATUS } from './status';
import { writeError, writeOut } from './streams';
import { errorWidth } from './terminal';

export type OutputForm = 'pretty' | 'oneline' | 'json' | 'nul' | 'script' | 'systemd';

export interface ConvertCommandOptions extends ConversionValues, SelectionValues {
  readonly output?: OutputForm;
  readonly color?: ColorChoice;
  /** The folder that each guest gets a file in; else all goes to standard output. */
  readonly outDir?: string;
  readonly jobs?: string;
  readonly filesFrom?: string;
}

/** A guest out of its file, with all that the command line knows of its surroundings. */
export async function guestOf(file: string, values: ConversionValues): Promise<GuestInput> {
  const diagnostics: Diagnostic[] = [];
  const text = readXml(file, (diagnostic) => void diagnostics.push(diagnostic));
  return text === undefined ? unreadable(diagnostics) : inputOf(text, values);
}

/** A conversion, with the text that messages quote. */
export type FromFile = Conversion & { readonly text: string };

/** One file's way through the pipeline. */
export async function convertFile(file: string, values: ConversionValues): Promise<FromFile> {
  const { reading, options, text } = await guestOf(file, values);
  return { ...convertDomain(reading, options), text };
}

/** Converts each file; goes on after one that is refused. The highest status wins. */
export async function convertCommand(
  files: readonly string[],
  options: ConvertCommandOptions,
): Promise<number> {
  const { outDir, jobs, filesFrom, redact } = options;
  const all = filesOf(files, filesFrom);
  if (redact === true && filesFrom !== undefined) (await import('./redacted')).hideFiles(all);
  if (outDir !== undefined)
    return (await import('./many/convert-into')).convertIntoFolder(all, { ...options, outDir });
  if (jobs !== undefined)
    throw new Failure(STATUS.usage, '--jobs is for many guests, each into a file', 'add --out-dir DIR');
  let status: number = STATUS.done;
  for (const file of all) {
    const outcome = await outcomeOf(file, options);
    if (outcome.said !== '') writeError(outcome.said);
    if (outcome.command !== undefined) writeOut(outcome.command);
    status = Math.max(status, outcome.status);
  }
  return status;
}

/** What comes of one file: all plain data. */
export interface Outcome {
  readonly status: number;
  /** For standard error. */
  readonly said: string;
  /** In the form that was asked for; absent where there is none. */
  readonly command?: string | undefined;
  readonly warned: boolean;
}

/** Never rejects for what is wrong with a file; `conversion` where it was converted with others. */
export async function outcomeOf(
  file: string,
  options: ConvertCommandOptions,
  conversion: () => FromFile | Promise<FromFile> = () => convertFile(file, options),
): Promise<Outcome> {
  let said = '';
  try {
    const { text, ...whole } = await conversion();
    const chosen = selected(whole, options);
    const { diagnostics } = chosen;
    said = (await sayings(diagnostics, file, text, options.color ?? 'auto')) + nothingLeft(file, chosen);
    const command = written(chosen, options.output ?? 'pretty');
    return {
      status: command === undefined ? STATUS.refused : STATUS.done,
      said,
      command,
      warned: diagnostics.some(({ severity }) => severity === 'warning'),
    };
  } catch (problem) {
    if (!(problem instanceof Failure)) throw problem;
    return { status: problem.status, said: said + failureText(problem, await errorWidth()), warned: false };
  }
}

function nothingLeft(file: string, { piece, options }: Selected): string {
  return piece === true && options?.length === 0
    ? `${visible(nameOf(file))}: the guest has nothing of these sections\n`
    : '';
}

/** Diagnostics go to standard error, errors with a line that counts them. */
export async function say(
  diagnostics: readonly Diagnostic[],
  file: string,
  text: string | undefined,
  color: ColorChoice,
  outcome = 'refused',
): Promise<void> {
  const said = await sayings(diagnostics, file, text, color, outcome);
  if (said !== '') writeError(said);
}

async function sayings(
  diagnostics: readonly Diagnostic[],
  file: string,
  text: string | undefined,
  color: ColorChoice,
  outcome = 'refused',
): Promise<string> {
  if (diagnostics.length === 0) return '';
  const refused = diagnostics.some(({ severity }) => severity === 'error');
  return (
    report(diagnostics, { file: nameOf(file), text }, await paintFor(color), await errorWidth()) +
    (refused ? `${nameOf(file)}: ${outcome}: ${summary(diagnostics)}\n` : '')
  );
}

/** The words of a conversion as a command, or as a piece of one; absent where the domain was refused. */
export function commandOf({ plan, options, piece }: Selected): Command | undefined {
  if (plan === undefined || options === undefined) return undefined;
  return piece === true
    ? { environment: [], options }
    : { environment: plan.environment, program: plan.program, options };
}

/** Nobody hands descriptors to a script, and a piece of a command starts nothing. */
function runnable(plan: LaunchPlan, { program, options }: Command, form: 'script' | 'systemd'): string {
  if (program === undefined)
    throw new Failure(STATUS.usage, `--output ${form} starts the whole guest`, 'leave --only out');
  assertRunnable(plan, `--output ${form}`);
  if (form === 'script') return script(plan, options);
  // Units start a guest by themselves: what has to be converted again is none for them.
  const port = plan.hostSteps.find(({ creates }) => creates !== undefined);
  if (port === undefined) return systemd(plan, options);
  throw new Failure(STATUS.refused, port.what, "make it first, as 'run --dry-run' shows");
}

function written(conversion: Selected, form: OutputForm): string | undefined {
  const { plan, argv, sections, diagnostics } = conversion;
  const command = commandOf(conversion);
  if (plan === undefined || argv === undefined || command === undefined) return undefined;
  switch (form) {
    case 'oneline':
      return oneline(command);
    case 'script':
    case 'systemd':
      return runnable(plan, command, form);
    case 'nul':
      return nul(command);
    case 'json':
      return `${JSON.stringify(launchJson(argv, plan, diagnostics, sections), null, 2)}\n`;
    default:
      return pretty(command);
  }
}
