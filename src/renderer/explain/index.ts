import { visible } from '../../diagnostics/report';
import type { Hue, Paint } from '../../diagnostics/paint';
import type { Explanation, Family, Group } from '../../explainer/explanation';
import { shellWord } from '../../model/shell-word';
import { originLine, notesOf, propertyLines, type Note } from './notes';
import { painted, sideBySide, type Styled } from './two-columns';
import { wrapArgument, wrapWords } from './wrap';
import type { View } from './view';

/** Below this, reasons stand under the arguments. */
const NARROW = 64;
const INDENT = '  ';

const HUES: Readonly<Record<Family, Hue>> = {
  system: 'white',
  storage: 'green',
  network: 'cyan',
  display: 'magenta',
  input: 'yellow',
  host: 'green',
  bus: 'blue',
  other: 'white',
};

/** Arguments on the left, where they come from and why on the right. */
export function explainText({ groups, decisions }: Explanation, view: View): string {
  const blocks = groups.map((group) => groupLines(group, view));
  const rest = decisions.map(({ subject, value, reason, caveats }) => [
    view.paint.strong(subject),
    ...paragraphs([`${value}: ${reason}`, ...caveats], view.width - INDENT.length).map(
      (line) => INDENT + line,
    ),
  ]);
  return [...blocks, ...rest]
    .map((lines) => `${lines.map((line) => line.trimEnd()).join('\n')}\n`)
    .join('\n');
}

function paragraphs(texts: readonly string[], width: number): string[] {
  return texts.flatMap((text) => wrapWords(text, width, INDENT));
}

function groupLines(group: Group, view: View): string[] {
  const { paint, width } = view;
  const title = paint.hue(HUES[group.family], group.title);
  const origin = originLine(group.origin, view.source, width - group.title.length - 2);
  return [
    `${title}  ${paint.faint(origin)}`,
    ...group.arguments.flatMap((argument) => {
      const words = visible(argument.words.map(shellWord).join(' '));
      const notes = notesOf(group, argument, view.source);
      return [...body(words, notes, view), ...(view.properties ? propertyLines(argument, view) : [])];
    }),
  ];
}

function body(words: string, notes: readonly Note[], view: View): string[] {
  // With nothing to stand beside it, an argument has the whole width.
  return view.width < NARROW || notes.length === 0
    ? stacked(words, notes, view)
    : columns(words, notes, view);
}

function columns(words: string, notes: readonly Note[], { width, paint }: View): string[] {
  const left = Math.floor((width - INDENT.length) / 2);
  const argument = wrapArgument(words, left - INDENT.length, INDENT).map((text) => ({ text: INDENT + text }));
  return sideBySide(argument, noted(notes, width - left - 2, paint), left);
}

function stacked(words: string, notes: readonly Note[], { width, paint }: View): string[] {
  const argument = wrapArgument(words, width - INDENT.length, INDENT).map((text) => INDENT + text);
  const below = noted(notes, width - 2 * INDENT.length, paint).map((line) => INDENT + INDENT + painted(line));
  return [...argument, ...below];
}

function noted(notes: readonly Note[], width: number, paint: Paint): Styled[] {
  return notes.flatMap(({ text, look }) =>
    wrapWords(text, width, INDENT).map((line) => ({
      text: line,
      paint: look === 'plain' ? undefined : paint[look],
    })),
  );
}
