import { visible } from '../../diagnostics/report';
import { boxesOf } from './graph';
import type { OutlineGroup, OutlineNode } from './outline';
import { LIGHT } from './palette';

/** A Mermaid flowchart, as Markdown on GitHub and GitLab draws it in a block named mermaid. */
export function treeMermaid(root: OutlineNode): string {
  const boxes = boxesOf(root);
  const lines = ['flowchart LR'];
  for (const { number, parent, lines: text, group } of boxes) {
    lines.push(`  n${number}["${text.map(label).join('<br/>')}"]:::${group}`);
    if (parent !== undefined) lines.push(`  n${parent} --- n${number}`);
  }
  for (const group of new Set(boxes.map((box) => box.group)))
    lines.push(`  classDef ${group} ${toneOf(group)}`);
  return `${lines.join('\n')}\n`;
}

/** Whatever is not a plain word is written as Mermaid's entity: `#` and a number in decimal. */
function label(text: string): string {
  return visible(text).replace(/[^\p{L}\p{N} ./:_(),=@-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`);
}

function toneOf(group: OutlineGroup): string {
  const { fill, stroke, text } = LIGHT[group];
  return `fill:${fill},stroke:${stroke},color:${text}`;
}
