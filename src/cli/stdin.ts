import { fstatSync } from 'node:fs';
import { MOST_BYTES } from './read-file';

/** What was read of standard input, for whoever reads it: settings are read for each guest. */
let ahead: Buffer | undefined;

/** In milliseconds: `ssh hv1 virsh dumpxml db1` says something in that time, and a person is still there. */
const PATIENCE = 5_000;

/** Whether a shell gave standard input something to read: `virsh dumpxml db1 | domxml2qemu`, `domxml2qemu < guest.xml`. */
export function isPipedIn(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isFile();
  } catch {
    // It is closed.
    return false;
  }
}

/**
 * The same where nothing was asked for: a program that calls this one without a word may leave a pipe open in which
 * there never is anything. What comes is read to its end, or until it is more than anybody takes.
 */
export async function bringsInput(patience = PATIENCE): Promise<boolean> {
  if (!isPipedIn()) return false;
  const pieces: Buffer[] = [];
  let length = 0;
  const ended = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    process.stdin.on('data', (piece: Buffer) => {
      clearTimeout(timer);
      pieces.push(piece);
      length += piece.length;
      if (length > MOST_BYTES) process.stdin.destroy();
    });
    // A file ends, and is not closed.
    for (const last of ['end', 'close'])
      process.stdin.once(last, () => {
        clearTimeout(timer);
        resolve(true);
      });
  });
  if (!ended) process.stdin.destroy();
  ahead = Buffer.concat(pieces);
  return ahead.length > 0;
}

/** Keeps what standard input held, which nobody can read again. */
export function keep(whole: Buffer): void {
  ahead = whole;
}

/** What was read ahead; undefined: nothing was. */
export function readAhead(): Buffer | undefined {
  return ahead;
}
