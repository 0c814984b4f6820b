import { isUtf8 } from 'node:buffer';
import { LONGEST_LINE } from './lines';

/** A line of a batch; `problem`: why it is no request, whatever it says. */
export interface Line {
  readonly text: string;
  readonly problem?: string;
}

/** Whole lines as they came -> those that ask something: an empty one does not. */
export function batchLines(bytes: Uint8Array): Line[] {
  if (bytes.length > LONGEST_LINE || !isUtf8(bytes)) return eachLine(bytes).map(lineOf).filter(asks);
  return textOf(bytes)
    .split('\n')
    .map((text) => ({ text }))
    .filter(asks);
}

const asks = ({ text, problem }: Line) => problem !== undefined || text.trim() !== '';

const NEWLINE = 10;

/** Each line alone, still as bytes. */
export function eachLine(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

function lineOf(bytes: Uint8Array): Line {
  if (bytes.length > LONGEST_LINE)
    return { text: '', problem: `a line has more than ${LONGEST_LINE} bytes, the limit` };
  return isUtf8(bytes) ? { text: textOf(bytes) } : { text: textOf(bytes), problem: 'the line is not UTF-8' };
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString();
}
