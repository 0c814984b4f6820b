const NEWLINE = 10;

/**
 * Whole lines of a text that comes in pieces, as many at a time as a piece completes: who answers them can write once for
 * all, and nobody waits for an answer whose question has arrived. As bytes: cutting at line ends needs no more.
 */
export async function* wholeLines(input: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  // A line may come in many pieces: they are joined once, when its end has come.
  let begun: Buffer[] = [];
  for await (const piece of input as AsyncIterable<Buffer>) {
    const end = piece.lastIndexOf(NEWLINE) + 1;
    if (end === 0) begun.push(piece);
    else {
      yield Buffer.concat([...begun, piece.subarray(0, end)]);
      begun = end === piece.length ? [] : [piece.subarray(end)];
    }
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}
