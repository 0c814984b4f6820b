/**
 * The lines of a text that comes in pieces, as many at a time as a piece completes: who answers them can write once for
 * all, and nobody waits for an answer whose question has arrived.
 */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<readonly string[]> {
  input.setEncoding('utf8');
  // A line may come in many pieces: they are joined once, when its end has come.
  let begun: string[] = [];
  for await (const piece of input as AsyncIterable<string>) {
    const lines = piece.split('\n');
    begun.push(lines[0] ?? '');
    if (lines.length === 1) continue;
    lines[0] = begun.join('');
    begun = [lines.pop() ?? ''];
    yield lines;
  }
  yield [begun.join('')];
}
