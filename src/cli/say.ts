import { report, summary } from '../diagnostics/report';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { refuses } from '../convert';
import { paintFor, type ColorChoice } from './color';
import { nameOf } from './input';
import { writeError } from './streams';
import { errorWidth } from './terminal';

/** How it is said, and whether warnings refuse. */
interface How {
  readonly color?: ColorChoice | undefined;
  readonly strict?: boolean | undefined;
}

/** Diagnostics go to standard error, those that refuse with a line that counts them. */
export async function say(
  diagnostics: readonly Diagnostic[],
  file: string,
  text: string | undefined,
  how: How,
  outcome = 'refused',
): Promise<void> {
  const said = await sayings(diagnostics, file, text, how, outcome);
  if (said !== '') writeError(said);
}

/** The same as text. */
export async function sayings(
  diagnostics: readonly Diagnostic[],
  file: string,
  text: string | undefined,
  { color = 'auto', strict = false }: How,
  outcome = 'refused',
): Promise<string> {
  if (diagnostics.length === 0) return '';
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  const refused = diagnostics.some(({ severity }) => refuses(severity, { strict }));
  const by = refused && !hasErrors ? ' by --strict' : '';
  return (
    report(diagnostics, { file: nameOf(file), text }, await paintFor(color), await errorWidth()) +
    (refused ? `${nameOf(file)}: ${outcome}${by}: ${summary(diagnostics)}\n` : '')
  );
}
