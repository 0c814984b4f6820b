/** How much of what a program wrote is kept, in UTF-16 code units. */
const KEPT = 16_384;

/** The last of what a program wrote, and from some time on, each line as it comes. */
export class Tail {
  private text = '';
  private rest = '';
  private each: ((line: string) => void) | undefined;

  add(text: string): void {
    this.text = (this.text + text).slice(-KEPT);
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.each?.(line);
  }

  follow(each: (line: string) => void): void {
    this.each = each;
  }

  all(): string {
    return this.text;
  }

  /** For the end of a sentence: what it said, on lines of its own. */
  quoted(): string {
    const lines = this.text.trimEnd().split('\n').slice(-5);
    return lines.join('') === '' ? '' : lines.map((line) => `\n    ${line}`).join('');
  }
}
