import { writeSync } from 'node:fs';
import { reasonOf } from './reason';
import { Failure, STATUS } from './status';

/** The reader of our output has gone (`| head`): nothing more to do, and nothing to complain about. */
export class ReaderGone extends Error {}

/** Writes all of it at once. `process.stdout` would cost 4 ms of start-up. */
function writeTo(fd: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(fd, bytes, written);
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException;
      if (code === 'EPIPE') throw new ReaderGone();
      // A pipe whose reader is slow: wait a little and go on.
      if (code !== 'EAGAIN') throw new Failure(STATUS.unreadable, `cannot write: ${reasonOf(problem)}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

let filter = (text: string) => text;

/** From now on all text goes through this. Bytes are written as they are. */
export function filterText(by: (text: string) => string): void {
  filter = by;
}

/** Text as it may be written, to whatever file. */
export const filtered = (text: string) => filter(text);

export const writeOut = (content: string | Uint8Array) =>
  writeTo(1, typeof content === 'string' ? filter(content) : content);
export const writeError = (text: string) => writeTo(2, filter(text));

/**
 * The same of what may be lost: where nobody reads it any longer, or its disk is full, a guest that runs and the status of
 * what ended matter more.
 */
export function writeLog(text: string): void {
  try {
    writeError(text);
  } catch (problem) {
    if (!(problem instanceof ReaderGone || problem instanceof Failure)) throw problem;
  }
}
