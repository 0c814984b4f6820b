/** Offsets by line and column, as a Place counts them: from 1, and `\r\n`, `\r` and `\n` all end a line. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) this.starts.push(index + end.length);
  }

  offsetOf({ line, column }: { readonly line: number; readonly column: number }): number {
    return (this.starts[line - 1] ?? 0) + column - 1;
  }
}
