import { convertDomain, read, type Conversion } from '../convert';
import { report, summary } from '../diagnostics/report';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { launchJson } from '../renderer/json';
import { script } from '../renderer/script';
import { nul, oneline, pretty, type Command } from '../renderer/shell';
import { paintFor, type ColorChoice } from './color';
import { plainOptions, type ConversionValues } from './conversion-options';
import { nameOf, readXml } from './input';
import { assertRunnable } from './runnable';
import { Failure, STATUS } from './status';
import { writeError, writeOut } from './streams';
import { surroundings } from './surroundings';

export interface ConvertCommandOptions extends ConversionValues {
  readonly output?: 'pretty' | 'oneline' | 'json' | 'nul' | 'script';
  readonly color?: ColorChoice;
}

/** One file's way through the pipeline, with all that the command line knows of its surroundings. */
export async function convertFile(
  file: string,
  values: ConversionValues,
): Promise<Conversion & { readonly text?: string | undefined }> {
  const problems: Diagnostic[] = [];
  const text = readXml(file, (diagnostic) => void problems.push(diagnostic));
  if (text === undefined) return { diagnostics: problems };
  const options = plainOptions(values);
  const reading = read(text, options);
  return { ...convertDomain(reading, { ...options, ...(await surroundings(values, reading.domain)) }), text };
}

/** Converts each file; goes on after one that is refused. The highest status wins. */
export async function convertCommand(
  files: readonly string[],
  options: ConvertCommandOptions,
): Promise<number> {
  let status: number = STATUS.done;
  for (const file of files) status = Math.max(status, await convertOne(file, options));
  return status;
}

async function convertOne(file: string, options: ConvertCommandOptions): Promise<number> {
  try {
    const conversion = await convertFile(file, options);
    await say(conversion.diagnostics, file, conversion.text, options.color ?? 'auto');
    const text = written(conversion, options.output ?? 'pretty');
    if (text === undefined) return STATUS.refused;
    writeOut(text);
    return STATUS.done;
  } catch (problem) {
    if (!(problem instanceof Failure)) throw problem;
    writeError(
      `domxml2qemu: ${problem.message}\n${problem.help === undefined ? '' : `  help: ${problem.help}\n`}`,
    );
    return problem.status;
  }
}

/** Diagnostics go to standard error, errors with a line that counts them. */
export async function say(
  diagnostics: readonly Diagnostic[],
  file: string,
  text: string | undefined,
  color: ColorChoice,
  outcome = 'refused',
): Promise<void> {
  if (diagnostics.length === 0) return;
  writeError(report(diagnostics, { file: nameOf(file), text }, await paintFor(color)));
  if (diagnostics.some(({ severity }) => severity === 'error'))
    writeError(`${nameOf(file)}: ${outcome}: ${summary(diagnostics)}\n`);
}

function written({ plan, argv, options, diagnostics }: Conversion, form: string): string | undefined {
  if (plan === undefined || argv === undefined || options === undefined) return undefined;
  const command: Command = { environment: plan.environment, program: plan.program, options };
  switch (form) {
    case 'oneline':
      return oneline(command);
    case 'script':
      assertRunnable(plan, '--output script');
      return script(plan, options);
    case 'nul':
      return nul(command);
    case 'json':
      return `${JSON.stringify(launchJson(argv, plan, diagnostics), null, 2)}\n`;
    default:
      return pretty(command);
  }
}
