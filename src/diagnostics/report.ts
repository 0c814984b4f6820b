import type { Place } from '../model/place';
import { hideSecrets } from '../model/secret-words';
import { unseen } from '../model/unseen';
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
 * Diagnostics as a person reads them: `file:line:column: severity[code]: message`, the line, a caret, notes, help. The first of
 * these is one line however narrow the terminal: editors read it there too. All the rest fits its width; in a pipe each part is
 * one line.
 */
export function report(
  diagnostics: readonly Diagnostic[],
  source: Source,
  paint: Paint,
  width = Infinity,
): string {
  const lines = source.text === undefined ? [] : shownLines(source.text);
  return diagnostics
    .map((diagnostic) => `${one(diagnostic, { file: source.file, lines, paint, width })}\n`)
    .join('');
}

/** The lines of a text as people may see them: no secret is in them, and columns stay. */
export function shownLines(text: string): string[] {
  const shown = hideSecrets(text);
  return shown.includes('\r') ? shown.split(/\r\n|\r|\n/) : shown.split('\n');
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
  const { file } = page;
  const out = [head(`${where(file, at)}:`, { code, severity, message }, page)];
  if (at) out.push(...frame(at, page));
  for (const note of notes)
    out.push(labelled('note', `${note.at ? `${where(file, note.at)}: ` : ''}${visible(note.message)}`, page));
  if (help !== undefined) out.push(labelled('help', visible(help), page));
  return out.join('\n');
}

/** `file:1:2: error[code]: message`: one line, also where a file or the message has a line break. */
function head(
  place: string,
  { code, severity, message }: Pick<Diagnostic, 'code' | 'severity' | 'message'>,
  { paint }: Page,
): string {
  const words = oneLine(message);
  return `${paint.strong(oneLine(place))} ${paint[severity](`${severity}[${code}]:`)} ${paint.strong(words)}`;
}

const oneLine = (text: string) => visible(text).replaceAll('\n', '\ufffd');

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

/** Control characters of the input must not reach a terminal, nor what shows a text otherwise than it is. */
export function visible(text: string): string {
  return unseen(
    // eslint-disable-next-line no-control-regex
    text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '\ufffd'),
    (some) => '\ufffd'.repeat(some.length),
  );
}
