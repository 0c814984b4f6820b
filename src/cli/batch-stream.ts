import { fstatSync } from 'node:fs';
import { isatty } from 'node:tty';
import { BATCH } from './batch-work';
import { wholeLines } from './lines';
import { barFor } from './many/bar';
import { summaryLine, Tally } from './many/summary';
import { optimizeLater } from './optimizing';
import { reasonOf } from './reason';
import { Failure, STATUS } from './status';
import { writeError, writeOut } from './streams';
import { inOrder } from './worker/in-order';
import { threadsFor } from './worker/jobs';

export interface BatchOptions {
  /** `--jobs`: a number of threads, or `auto`. */
  readonly jobs?: string;
}

/** So many bytes are answered in the time that a thread takes to start. */
const SMALL = 128 * 1024;

/** For each thread: a piece that it works on, one that waits for it, and one whose answers wait for others. */
const PIECES = 3;

/** NDJSON in, NDJSON out, in the order of the input; a few pieces of the input in memory at a time. */
export async function batchCommand(
  { jobs }: BatchOptions = {},
  input: NodeJS.ReadableStream & { destroy?(): unknown } = process.stdin,
  write: (bytes: Uint8Array) => void = writeOut,
): Promise<number> {
  if (input === process.stdin) refuseFolder();
  optimizeLater();
  const size = threadsFor(jobs);
  const pool = size === 1 ? undefined : (await import('./worker/threads')).threads('batch', BATCH, size);
  let seen = 0;
  const answers = (lines: Uint8Array) => {
    seen += lines.length;
    return pool === undefined || seen <= SMALL ? BATCH.do(lines) : pool.do(lines);
  };
  if (input === process.stdin && isatty(0))
    writeError('Reads requests from this terminal, a line of JSON each. Ctrl-D ends them.\n');
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  // Answers that go to the same terminal leave no room for it.
  const bar = isatty(1) ? undefined : await barFor();
  const tally = new Tally();
  try {
    const window = size === 1 ? 1 : PIECES * size;
    await inOrder(linesOf(input), window, answers, ({ bytes, count, refused }) => {
      write(bytes);
      tally.done += count - refused;
      tally.refused.count += refused;
      bar?.show({ done: tally.all, errors: tally.errors, seconds: seconds() });
    });
    bar?.clear();
    if (bar !== undefined) writeError(`${summaryLine(tally, 'converted', seconds(), bar.width())}\n`);
  } finally {
    // Where nobody reads the answers, nobody needs the rest of the requests either.
    input.destroy?.();
    await pool?.close();
  }
  return STATUS.done;
}

const UNREADABLE = 'cannot read standard input';

async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  try {
    yield* wholeLines(input);
  } catch (problem) {
    throw new Failure(STATUS.unreadable, `${UNREADABLE}: ${reasonOf(problem)}`);
  }
}

/** A stream of a folder ends at once, as if nothing had been asked. */
function refuseFolder(): void {
  if (fstatSync(0).isDirectory()) throw new Failure(STATUS.unreadable, `${UNREADABLE}: it is a directory`);
}
