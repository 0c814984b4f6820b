/** Breaks text at spaces; a word that is longer than a line stays whole, since it may have to be copied. */
export function wrapWords(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(lines.length === 0 ? word : `${indent}${word}`);
  }
  return lines;
}

/** Breaks an argument after commas and, where a piece is too long, after slashes, and last anywhere. */
export function wrapArgument(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  for (const piece of pieces(text, width - indent.length)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + piece.length <= width) lines[lines.length - 1] = last + piece;
    else lines.push(lines.length === 0 ? piece : indent + piece);
  }
  return lines.map((line) => line.trimEnd());
}

function pieces(text: string, width: number): string[] {
  return text
    .split(/(?<=[, ])/)
    .flatMap((piece) => (piece.length <= width ? [piece] : piece.split(/(?<=\/)/)))
    .flatMap((piece) => (piece.length <= width ? [piece] : slices(piece, width)));
}

function slices(text: string, width: number): string[] {
  const size = Math.max(1, width);
  return Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
    text.slice(i * size, (i + 1) * size),
  );
}
