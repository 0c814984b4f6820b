import { visible } from '../../diagnostics/report';
import { boxesOf } from './graph';
import type { OutlineNode } from './outline';
import { LIGHT } from './palette';

/** A graph for Graphviz's dot. */
export function treeDot(root: OutlineNode): string {
  const lines = [
    `digraph ${quoted(root.title)} {`,
    '  rankdir=LR',
    '  node [shape=box, style="rounded,filled", fontname="sans-serif", fontsize=11]',
    '  edge [arrowhead=none]',
  ];
  for (const { number, parent, lines: text, group } of boxesOf(root)) {
    const { fill, stroke, text: font } = LIGHT[group];
    // \l ends a line and aligns it left
    const label = `"${text.map((line) => `${escaped(line)}\\l`).join('')}"`;
    lines.push(`  n${number} [label=${label}, fillcolor="${fill}", color="${stroke}", fontcolor="${font}"]`);
    if (parent !== undefined) lines.push(`  n${parent} -> n${number}`);
  }
  return `${[...lines, '}'].join('\n')}\n`;
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** A backslash would begin an escape, and an ampersand an HTML entity. */
function escaped(text: string): string {
  return visible(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;');
}
