import type { Place } from '../model/place';
import type { Diagnostic } from './diagnostic';
import { fold } from './fold';
import type { Paint } from './paint';

export interface Source {
  /** As the user named it. */
  readonly file: string;
  /** The decoded text; absent where it could not be read. */
  readonly text?: string | undefined;
}

/**
 * Diagnostics as a person reads them: `file:line:column: severity[code]: message`, the line, a caret, notes, help. The
 * first is never broken, since programs read it; the others fit the width.
 */
export function report(
  diagnostics: readonly Diagnostic[],
  source: Source,
  paint: Paint,
  width = Infinity,
): string {
  const lines = source.text?.split(/\r\n|\r|\n/) ?? [];
  return diagnostics
    .map((diagnostic) => `${one(diagnostic, { file: source.file, lines, paint, width })}\n`)
    .join('');
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

interface Page {
  readonly file: string;
  readonly lines: readonly string[];
  readonly paint: Paint;
  readonly width: number;
}

function one({ code, severity, message, at, notes, help }: Diagnostic, page: Page): string {
  const { file, paint } = page;
  const out = [
    `${paint.strong(`${where(file, at)}:`)} ${paint[severity](`${severity}[${code}]:`)} ${paint.strong(visible(message))}`,
  ];
  if (at) out.push(...frame(at, page));
  for (const note of notes)
    out.push(labelled('note', `${note.at ? `${where(file, note.at)}: ` : ''}${visible(note.message)}`, page));
  if (help !== undefined) out.push(labelled('help', visible(help), page));
  return out.join('\n');
}

/** `  help: ...`, folded before it is painted: color takes no columns. */
function labelled(label: 'note' | 'help', text: string, { paint, width }: Page): string {
  return fold(`  ${label}: ${text}`, width).replace(`${label}:`, paint[label](`${label}:`));
}

function where(file: string, at: Place | undefined): string {
  return at ? `${file}:${at.line}:${at.column}` : file;
}

/** How much of a long line is shown where there is room, and how many columns stand before it. */
const WIDTH = 100;
const MARGIN = '   1 | '.length;

function frame(at: Place, { lines, paint, width }: Page): string[] {
  const line = lines[at.line - 1];
  if (line === undefined) return [];
  const room = Math.max(20, Math.min(WIDTH, width - MARGIN));
  const from = at.column > room ? at.column - Math.floor(room * 0.6) : 0;
  const shown = visible(line.slice(from, from + room).replaceAll('\t', ' '));
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
