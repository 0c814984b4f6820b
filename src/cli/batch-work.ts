import { answersTo, bug, type Answer } from './batch';
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
  do: (lines) => written(answersTo(requestsOf(lines))),
  transfer: ({ bytes }) => [bytes.buffer],
  pieces: (lines) => requestsOf(lines).map((line) => Buffer.from(line)),
  joined: (replies) => ({
    bytes: new Uint8Array(Buffer.concat(replies.map(({ bytes }) => bytes))),
    count: sum(replies.map(({ count }) => count)),
    refused: sum(replies.map(({ refused }) => refused)),
  }),
  lost: (lines, reason) => written([requestsOf(lines).map((line) => lost(line, reason))]),
};

function lost(line: string, reason: unknown): Answer {
  const { id, request } = readRequest(line);
  return bug(id, lossText(reason, request?.options.redact));
}

async function written(
  answers: AsyncIterable<readonly Answer[]> | Iterable<readonly Answer[]>,
): Promise<Answers> {
  let text = '';
  let count = 0;
  let refused = 0;
  for await (const some of answers)
    for (const one of some) {
      text += `${JSON.stringify(one)}\n`;
      count++;
      if (!one.ok) refused++;
    }
  return { bytes: bytesOf(text), count, refused };
}

/** In memory of their own, as a transfer needs them; TextEncoder takes several times as long. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

/** An empty line asks nothing. */
function requestsOf(lines: Uint8Array): string[] {
  const { buffer, byteOffset, byteLength } = lines;
  return Buffer.from(buffer, byteOffset, byteLength)
    .toString()
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
