import { closeSync, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { LIMITS } from '../parser/limits';

/** In bytes. A character of a guest has four at most, and nothing else that is read here is as long. */
export const MOST_BYTES = 4 * LIMITS.text;

export class TooLarge extends Error {
  constructor(size?: number) {
    super(
      size === undefined
        ? `the file has more than ${MOST_BYTES} bytes, the limit`
        : `the file has ${size} bytes; the limit is ${MOST_BYTES}`,
    );
  }
}

export class NoFile extends Error {}

/** Where others wait for an answer, a pipe that nobody writes into would be waited for without end. Throws NoFile. */
export function refusePipes(file: string): void {
  const what = kindOf(statSync(file));
  if (what !== undefined) throw new NoFile(`it is ${what}, not a file`);
}

/** Reading a folder says by itself what is wrong. */
function kindOf(stats: Stats): string | undefined {
  if (stats.isFile() || stats.isDirectory()) return undefined;
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

/**
 * All bytes of a file, or behind a descriptor. Throws what the system says, or TooLarge: of a disk image nothing is read,
 * and of what has no end no more than the limit.
 */
export function readWhole(file: string | number): Buffer {
  const from = typeof file === 'number' ? file : openSync(file, 'r');
  try {
    const { size } = fstatSync(from);
    if (size > MOST_BYTES) throw new TooLarge(size);
    return readToEnd(from, size);
  } finally {
    if (from !== file) closeSync(from);
  }
}

/** `size`: what to expect; 0 of a pipe, and of a file that the kernel makes up. */
function readToEnd(from: number, size: number): Buffer {
  let bytes = Buffer.allocUnsafe(size === 0 ? 64 * 1024 : size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(from, bytes, length, bytes.length - length, null);
    if (count === 0) return bytes.subarray(0, length);
    length += count;
    if (length > MOST_BYTES) throw new TooLarge();
    if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * length);
  }
}
