import { checkDomain, type CheckResult } from '../check';
import { read, refuses } from '../convert';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { diagnosticJson } from '../renderer/json';
import type { ColorChoice } from './color';
import { say } from './convert';
import { plainOptions, type ConversionValues } from './conversion-options';
import { nameOf, readXml } from './input';
import { notCheckedText } from './not-checked';
import { STATUS } from './status';
import { writeError, writeOut } from './streams';
import { surroundings } from './surroundings';

export interface CheckOptions extends ConversionValues {
  readonly output?: 'text' | 'json';
  /** Each thing that was not checked on a line of its own. */
  readonly verbose?: boolean;
  readonly color?: ColorChoice;
}

interface Checked extends CheckResult {
  readonly text?: string | undefined;
}

/** Diagnostics of each file: people read them on standard error, `--output json` prints one document on stdout. */
export async function checkCommand(files: readonly string[], options: CheckOptions): Promise<number> {
  const results = [];
  for (const file of files) {
    const checked = await checkFile(file, options);
    const { diagnostics, notChecked } = checked;
    results.push({
      file: nameOf(file),
      ok: !diagnostics.some(({ severity }) => refuses(severity, options)),
      diagnostics,
      notChecked,
    });
    if (options.output !== 'json') await sayChecked(file, checked, options);
  }
  if (options.output === 'json')
    writeOut(
      `${JSON.stringify(
        results.map((result) => ({ ...result, diagnostics: result.diagnostics.map(diagnosticJson) })),
        null,
        2,
      )}\n`,
    );
  return results.every(({ ok }) => ok) ? STATUS.done : STATUS.refused;
}

/** One file's way through a conversion and the checks. */
export async function checkFile(file: string, values: ConversionValues): Promise<Checked> {
  const problems: Diagnostic[] = [];
  const text = readXml(file, (diagnostic) => void problems.push(diagnostic));
  if (text === undefined) return { diagnostics: problems, notChecked: [] };
  const options = plainOptions(values);
  const reading = read(text, options);
  const around = await surroundings(values, reading.domain, 'check');
  return { ...checkDomain(reading, { ...options, ...around }), text };
}

async function sayChecked(
  file: string,
  { diagnostics, notChecked, text }: Checked,
  { color = 'auto', verbose }: CheckOptions,
): Promise<void> {
  await say(diagnostics, file, text, color);
  if (diagnostics.length === 0) writeError(`${nameOf(file)}: nothing to say, it converts\n`);
  writeError(notCheckedText(nameOf(file), notChecked, { verbose }));
}
