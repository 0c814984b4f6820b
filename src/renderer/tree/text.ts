import { visible } from '../../diagnostics/report';
import type { OutlineGroup, OutlineNode } from './outline';

/** How the parts of a line look; without color each function gives its text back. */
export type TreePaint = (group: OutlineGroup | 'faint', text: string) => string;

export interface TreeStyle {
  /** Columns; Infinity where nothing is to be folded. */
  readonly width: number;
  /** Without characters that a terminal of another encoding shows wrong. */
  readonly ascii: boolean;
  readonly paint: TreePaint;
}

const UNICODE = { child: '├─ ', last: '└─ ', rule: '│  ', gap: '   ' };
const ASCII = { child: '|- ', last: '`- ', rule: '|  ', gap: '   ' };

/** The tree for a terminal, a line for each device; what is too long for its line goes below it. */
export function treeText(root: OutlineNode, style: TreeStyle): string {
  return [...lines(root, '', '', style)].map((line) => `${line}\n`).join('');
}

function* lines(node: OutlineNode, first: string, rest: string, style: TreeStyle): Generator<string> {
  const marks = style.ascii ? ASCII : UNICODE;
  const below = node.children.length > 0 ? marks.rule : marks.gap;
  yield* own(node, first, rest + below, style);
  for (const [index, child] of node.children.entries()) {
    const isLast = index === node.children.length - 1;
    yield* lines(
      child,
      rest + (isLast ? marks.last : marks.child),
      rest + (isLast ? marks.gap : marks.rule),
      style,
    );
  }
}

interface Piece {
  readonly text: string;
  readonly group: OutlineGroup | 'faint' | undefined;
}

/** A node's words, as many on a line as fit; a name is never cut, since it may have to be copied. */
function* own(
  node: OutlineNode,
  first: string,
  rest: string,
  { width, ascii, paint }: TreeStyle,
): Generator<string> {
  let line = paint('faint', first);
  let used = first.length;
  let empty = true;
  for (const { text, group } of pieces(node)) {
    const shown = ascii ? plain(visible(text)) : visible(text);
    if (!empty && used + 2 + shown.length > width) {
      yield line;
      line = paint('faint', `${rest}  `);
      used = rest.length + 2;
      empty = true;
    }
    line += `${empty ? '' : '  '}${group === undefined ? shown : paint(group, shown)}`;
    used += (empty ? 0 : 2) + shown.length;
    empty = false;
  }
  yield line;
}

function pieces({ title, words, label, line, group }: OutlineNode): Piece[] {
  return [
    { text: title, group },
    ...words.map((text) => ({ text, group: text === 'added' ? ('faint' as const) : undefined })),
    ...(label === undefined ? [] : [{ text: label, group: undefined }]),
    ...(line === undefined ? [] : [{ text: `line ${line}`, group: 'faint' as const }]),
  ];
}

/** Other characters than ASCII's as question marks. */
function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, '?');
}
