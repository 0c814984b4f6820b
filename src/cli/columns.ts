/** A line of a table: cells that stand in columns, and words that follow where there is room, else below. */
export interface Row {
  readonly cells: readonly string[];
  readonly more: readonly (string | undefined)[];
}

const GAP = '  ';
const INDENT = ' '.repeat(6);

/**
 * Rows as text. All rows take one line each where the longest fits; else what follows the cells goes below them.
 * A name is never cut or broken: it may have to be copied.
 */
export function columns(rows: readonly Row[], width: number): string {
  const cells = rows.map((row) => row.cells);
  const more = rows.map((row) =>
    row.more.filter((word): word is string => word !== undefined && word !== ''),
  );
  const wide = align(rows.map((row) => [...row.cells, ...row.more.map((word) => word ?? '')]));
  const lines = fits(wide, width) ? wide : below(align(cells), more, width);
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** The cells in columns as long as those fit, and what follows on lines of its own. */
function below(aligned: readonly string[], more: readonly (readonly string[])[], width: number): string[] {
  return aligned.flatMap((line, index) => [
    ...(line.length <= width ? [line] : fold(line, width)),
    ...fill(
      (more[index] ?? []).flatMap((word) => broken(word, width)),
      width,
    ),
  ]);
}

/** A line of cells that is too long: its blanks go first, then it goes on below. */
function fold(line: string, width: number): string[] {
  const close = line.replace(/ {2,}/g, ' ');
  if (close.length <= width) return [close];
  const [first = '', ...rest] = close.split(' ');
  const head: string[] = [first];
  while (rest[0] !== undefined && [...head, rest[0]].join(' ').length <= width) head.push(rest.shift() ?? '');
  return [head.join(' '), ...fill(rest, width)];
}

function fits(lines: readonly string[], width: number): boolean {
  return lines.every((line) => line.length <= width);
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const cells of rows)
    for (const [column, cell] of cells.entries())
      widths[column] = Math.max(widths[column] ?? 0, cell.trimEnd().length);
  return rows.map((cells) =>
    cells
      .map((cell, column) => ({ cell: cell.trimEnd(), width: widths[column] ?? 0 }))
      .filter((column) => column.width > 0)
      .map((column) => column.cell.padEnd(column.width))
      .join(GAP)
      .trimEnd(),
  );
}

/** A list of uses that is too long for a line goes on several; a name never does. */
function broken(word: string, width: number): string[] {
  if (word.startsWith('/') || INDENT.length + word.length <= width) return [word];
  return word.split(/(?<=,) /);
}

/** As many words on an indented line as fit. */
function fill(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = `${last ?? ''}${GAP}${word}`;
    if (last !== undefined && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(INDENT + word);
  }
  return lines;
}
