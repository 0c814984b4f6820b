import type { Diagnostic } from '../diagnostics/diagnostic';
import { refuses } from '../convert';
import { diagnosticJson } from '../renderer/json';
import type { ColorChoice } from './color';
import { convertFile, say } from './convert';
import type { ConversionValues } from './conversion-options';
import { nameOf } from './input';
import { STATUS } from './status';
import { writeError, writeOut } from './streams';

export interface CheckOptions extends ConversionValues {
  readonly output?: 'text' | 'json';
  readonly color?: ColorChoice;
}

/** Diagnostics of each file: people read them on standard error, `--output json` prints one document on stdout. */
export async function checkCommand(files: readonly string[], options: CheckOptions): Promise<number> {
  const results = [];
  for (const file of files) {
    const { diagnostics, text } = await convertFile(file, options);
    results.push({
      file: nameOf(file),
      ok: !diagnostics.some(({ severity }) => refuses(severity, options)),
      diagnostics,
    });
    if (options.output !== 'json') await sayChecked(file, diagnostics, text, options.color ?? 'auto');
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

async function sayChecked(
  file: string,
  diagnostics: readonly Diagnostic[],
  text: string | undefined,
  color: ColorChoice,
): Promise<void> {
  await say(diagnostics, file, text, color);
  if (diagnostics.length === 0) writeError(`${nameOf(file)}: nothing to say, it converts\n`);
}
