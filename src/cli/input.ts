import { readFileSync, statSync } from 'node:fs';
import type { Report } from '../diagnostics/diagnostic';
import { xmlLimit } from '../diagnostics/catalog';
import { decode } from '../parser/encoding';
import { LIMITS } from '../parser/limits';
import { missingGuestHelp } from './missing-guest';
import { reasonOf } from './reason';
import { Failure, STATUS } from './status';
import { readAhead } from './stdin';

/** The bytes of a file, or of standard input for `-`. Throws a Failure that a person can act on. */
export function readBytes(
  file: string,
  helpFor?: (code: string, file: string) => string | undefined,
): Buffer {
  try {
    return (file === '-' ? readAhead() : undefined) ?? readFileSync(file === '-' ? 0 : file);
  } catch (problem) {
    const { code = '' } = problem as NodeJS.ErrnoException;
    if (file === '-' && code === 'EAGAIN') throw new Failure(STATUS.unreadable, 'standard input has no data');
    throw new Failure(STATUS.unreadable, `cannot read ${file}: ${reasonOf(problem)}`, helpFor?.(code, file));
  }
}

/** What to do about a file that was named as a guest's and is none. */
function meant(code: string, file: string): string | undefined {
  if (code === 'EISDIR') return `name the files in it: ${file.replace(/\/$/, '')}/*.xml`;
  return code === 'ENOENT' ? missingGuestHelp(file) : undefined;
}

/** The text of a domain XML; undefined after reporting an encoding that is wrong. */
export function readXml(file: string, report: Report): string | undefined {
  if (isTooLarge(file, report)) return undefined;
  return decode(readBytes(file, meant), report);
}

/** A character has four bytes at most: of a disk image that is taken for a guest nothing is read. */
function isTooLarge(file: string, report: Report): boolean {
  const size = file === '-' ? 0 : sizeOf(file);
  const most = 4 * LIMITS.text;
  if (size <= most) return false;
  report(xmlLimit('xml-too-large', undefined, `the file has ${size} bytes; the limit is ${most}`));
  return true;
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    // Reading it says what is wrong.
    return 0;
  }
}

/** How a file is named in messages. */
export function nameOf(file: string): string {
  return file === '-' ? '<stdin>' : file === '' ? "''" : file;
}
