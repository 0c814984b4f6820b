import { report, summary } from '../diagnostics/report';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { paintFor, type ColorChoice } from './color';
import { nameOf } from './input';
import { writeError } from './streams';
import { errorWidth } from './terminal';

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

/** The same as text. */
export async function sayings(
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
