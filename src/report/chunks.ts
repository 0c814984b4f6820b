/** Blocks that the browser lays out together: those out of sight cost it nothing. */
const SIZE = 200;

/** Blocks of HTML below each other, each about `height` em high. */
export function inChunks(blocks: readonly string[], height: number): string {
  let out = '';
  for (let from = 0; from < blocks.length; from += SIZE) {
    const chunk = blocks.slice(from, from + SIZE);
    out += `<div class="chunk" style="contain-intrinsic-size:auto ${chunk.length * height}em">${chunk.join('')}</div>`;
  }
  return out;
}
