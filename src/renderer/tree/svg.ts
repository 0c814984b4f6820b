import { markupText } from '../../model/markup-text';
import { boxesOf, type Box } from './graph';
import type { OutlineGroup, OutlineNode } from './outline';
import { DARK, LIGHT, type Tone } from './palette';

/** Pixels; the width of a letter is that of 12 px monospace type. */
const LETTER = 7.25;
const LINE = 16;
const PAD = 8;
const GAP = 8;
const INDENT = 32;
const MARGIN = 16;

interface Placed extends Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawing that needs nothing beside itself, in light or dark as the reader's system wants it. */
export function treeSvg(root: OutlineNode): string {
  const boxes = placed(boxesOf(root));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN;
  const name = markupText(root.title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Buses and devices of ${name}">`,
    `<title>Buses and devices of ${name}</title>`,
    `<style>${STYLE}</style>`,
    '<rect class="paper" width="100%" height="100%"/>',
    ...boxes.flatMap((box) => joint(box, boxes)),
    ...boxes.map(boxSvg),
    '</svg>',
    '',
  ].join('\n');
}

/** One below the other, each as far in as it hangs deep. */
function placed(boxes: readonly Box[]): Placed[] {
  let y = MARGIN;
  return boxes.map((box) => {
    const letters = Math.max(...box.lines.map((line) => line.length));
    const height = box.lines.length * LINE + PAD;
    const one = {
      ...box,
      x: MARGIN + box.depth * INDENT,
      y,
      width: Math.ceil(letters * LETTER) + 2 * PAD,
      height,
    };
    y += height + GAP;
    return one;
  });
}

/** Down from the box above, then right. */
function joint({ parent, x, y, height }: Placed, boxes: readonly Placed[]): string[] {
  const above = parent === undefined ? undefined : boxes[parent];
  if (above === undefined) return [];
  const from = above.x + INDENT / 2;
  return [`<path d="M${from} ${above.y + above.height}V${y + height / 2}H${x}"/>`];
}

function boxSvg({ x, y, width, height, group, lines, id }: Placed): string {
  const text = lines.map(
    (line, index) =>
      `<text x="${x + PAD}" y="${y + PAD / 2 + LINE * index + 12}"${index === 0 ? ' class="lead"' : ''}>${markupText(line)}</text>`,
  );
  const name = id === undefined ? '' : ` data-id="${markupText(id)}"`;
  return `<g class="${group}"${name}><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5"/>${text.join('')}</g>`;
}

function tones(palette: Readonly<Record<OutlineGroup, Tone>>): string {
  return Object.entries(palette)
    .map(
      ([group, { fill, stroke, text }]) =>
        `.${group} rect{fill:${fill};stroke:${stroke}}.${group} text{fill:${text}}`,
    )
    .join('');
}

const STYLE = [
  'text{font:12px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre}.lead{font-weight:bold}',
  'path{fill:none;stroke:#9ca3af}.paper{fill:#ffffff}',
  tones(LIGHT),
  `@media (prefers-color-scheme:dark){path{stroke:#6b7280}.paper{fill:#0b1120}${tones(DARK)}}`,
].join('');
