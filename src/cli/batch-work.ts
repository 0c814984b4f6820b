import { answersTo } from './batch';
import { answerText, bug, type Answer } from './batch-answer';
import { batchLines, eachLine, type Line } from './batch-lines';
import { readRequest } from './batch-request';
import { lossText } from './crash';
import type { Work } from './worker/work';

/** The answers to some lines, as bytes that go from thread to thread without a copy. */
export interface Answers {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly count: number;
  readonly refused: number;
}

/** NDJSON in, NDJSON out, in the order of the input. A job is whole lines, as bytes. */
export const BATCH: Work<Uint8Array, Answers> = {
  do: (lines) => written(answersTo(batchLines(lines))),
  transfer: ({ bytes }) => [bytes.buffer],
  pieces: (lines) => eachLine(lines).filter((line) => batchLines(line).length > 0),
  joined: (replies) => ({
    bytes: joined(replies.map(({ bytes }) => bytes)),
    count: sum(replies.map(({ count }) => count)),
    refused: sum(replies.map(({ refused }) => refused)),
  }),
  lost: (lines, reason) => written([batchLines(lines).map((line) => lost(line, reason))]),
};

function lost(line: Line, reason: unknown): Answer {
  const { id, request } = readRequest(line);
  return bug(id, lossText(reason, request?.options.redact));
}

async function written(
  answers: AsyncIterable<readonly Answer[]> | Iterable<readonly Answer[]>,
): Promise<Answers> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let text = '';
  let count = 0;
  let refused = 0;
  for await (const some of answers)
    for (const one of some) {
      text += `${answerText(one)}\n`;
      count++;
      if (!one.body.ok) refused++;
      if (text.length < PIECE) continue;
      pieces.push(bytesOf(text));
      text = '';
    }
  pieces.push(bytesOf(text));
  return { bytes: joined(pieces), count, refused };
}

/** In characters: short requests may name large guests, and the text of all answers be more than a string can be. */
const PIECE = 8 * 1024 * 1024;

function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : new Uint8Array(Buffer.concat(pieces));
}

/** In memory of their own, as a transfer needs them; TextEncoder takes several times as long. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
