import type { Place } from '../model/place';
import type { Diagnostic } from './diagnostic';
import type { Paint } from './paint';

export interface Source {
  /** As the user named it. */
  readonly file: string;
  /** The decoded text; absent where it could not be read. */
  readonly text?: string | undefined;
}

/** Diagnostics as a person reads them: `file:line:column: severity[code]: message`, the line, a caret, notes, help. */
export function report(diagnostics: readonly Diagnostic[], source: Source, paint: Paint): string {
  const lines = source.text?.split(/\r\n|\r|\n/) ?? [];
  return diagnostics.map((diagnostic) => `${one(diagnostic, source.file, lines, paint)}\n`).join('');
}

/** `2 errors, 1 warning`; empty where there is nothing. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning', 'note'] as const)
    .map(
      (severity) =>
        [diagnostics.filter((diagnostic) => diagnostic.severity === severity).length, severity] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ');
}

function one(
  { code, severity, message, at, notes, help }: Diagnostic,
  file: string,
  lines: readonly string[],
  paint: Paint,
): string {
  const out = [
    `${paint.strong(`${where(file, at)}:`)} ${paint[severity](`${severity}[${code}]:`)} ${paint.strong(visible(message))}`,
  ];
  if (at) out.push(...frame(at, lines, paint));
  for (const note of notes)
    out.push(
      `  ${paint.note('note:')} ${note.at ? `${where(file, note.at)}: ` : ''}${visible(note.message)}`,
    );
  if (help !== undefined) out.push(`  ${paint.help('help:')} ${visible(help)}`);
  return out.join('\n');
}

function where(file: string, at: Place | undefined): string {
  return at ? `${file}:${at.line}:${at.column}` : file;
}

/** How much of a long line is shown, and how much of it before the place. */
const WIDTH = 100;
const BEFORE = 60;

function frame(at: Place, lines: readonly string[], paint: Paint): string[] {
  const line = lines[at.line - 1];
  if (line === undefined) return [];
  const from = at.column > WIDTH ? at.column - BEFORE : 0;
  const shown = visible(line.slice(from, from + WIDTH).replaceAll('\t', ' '));
  const number = String(at.line).padStart(4);
  const caret = `${' '.repeat(at.column - 1 - from)}^`;
  return [
    `${paint.faint(`${number} |`)} ${shown}`,
    `${paint.faint(`${' '.repeat(number.length)} |`)} ${paint.error(caret)}`,
  ];
}

/** Control characters of the input must not reach a terminal. */
export function visible(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}
