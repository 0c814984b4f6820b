import { LIMITS } from '../parser/limits';

const NEWLINE = 10;

/** In bytes: the longest text of a guest, each character as JSON may write it (`\u00e9`), and as much again beside it. */
export const LONGEST_LINE = 8 * LIMITS.text;

/**
 * Whole lines of a text that comes in pieces, as many at a time as a piece completes: who answers them can write once for
 * all, and nobody waits for an answer whose question has arrived. As bytes: cutting at line ends needs no more. Of a line
 * that is longer than `longest`, one byte more than that comes, and the rest is passed over.
 */
export async function* wholeLines(
  input: NodeJS.ReadableStream,
  longest = LONGEST_LINE,
): AsyncGenerator<Buffer> {
  // A line may come in many pieces: they are joined once, when its end has come.
  let begun: Buffer[] = [];
  let length = 0;
  const begin = (piece: Buffer) => {
    const kept = piece.subarray(0, longest + 1 - length);
    if (kept.length > 0) begun.push(kept);
    length += kept.length;
  };
  for await (const piece of input as AsyncIterable<Buffer>) {
    const end = piece.lastIndexOf(NEWLINE) + 1;
    if (end === 0) begin(piece);
    else {
      const first = piece.indexOf(NEWLINE);
      begin(piece.subarray(0, first));
      yield Buffer.concat([...begun, piece.subarray(first, end)]);
      begun = [];
      length = 0;
      begin(piece.subarray(end));
    }
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}
