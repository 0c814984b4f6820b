/** A line of text and how it looks: the width is that of the text alone. */
export interface Styled {
  readonly text: string;
  readonly paint?: ((text: string) => string) | undefined;
}

const GAP = '  ';

/** Two texts side by side, each already broken to the width of its column. */
export function sideBySide(left: readonly Styled[], right: readonly Styled[], width: number): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const one = left[index] ?? { text: '' };
    const other = right[index];
    if (other === undefined) return painted(one);
    return `${painted(one)}${' '.repeat(Math.max(0, width - one.text.length))}${GAP}${painted(other)}`;
  });
}

export function painted({ text, paint }: Styled): string {
  return paint === undefined || text === '' ? text : paint(text);
}
