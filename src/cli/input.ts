import type { Report } from '../diagnostics/diagnostic';
import { xmlLimit } from '../diagnostics/catalog';
import { decode } from '../parser/encoding';
import { missingGuestHelp } from './missing-guest';
import { MOST_BYTES, NoFile, readWhole, refusePipes, TooLarge } from './read-file';
import { reasonOf } from './reason';
import { Failure, STATUS } from './status';
import { keep, readAhead } from './stdin';

/** How a file is read. */
export interface ReadHow {
  /** What helps where the system does not give it, by the system's code. */
  readonly helpFor?: ((code: string, file: string) => string | undefined) | undefined;
  /** No pipes, no devices, and no standard input: a line of batch names it, and the next waits for it. */
  readonly onlyFiles?: boolean | undefined;
}

/** The bytes of a file, or of standard input for `-`. Throws a Failure that a person can act on. */
export function readBytes(file: string, how: ReadHow = {}): Buffer {
  try {
    return bytesOf(file, how);
  } catch (problem) {
    if (problem instanceof TooLarge)
      throw new Failure(STATUS.unreadable, `cannot read ${file}: ${problem.message}`);
    throw problem;
  }
}

function bytesOf(file: string, { helpFor, onlyFiles = false }: ReadHow): Buffer {
  if (file === '-' && onlyFiles)
    throw new Failure(
      STATUS.unreadable,
      'cannot read -: standard input has the requests',
      helpFor?.('', file),
    );
  try {
    if (onlyFiles) refusePipes(file);
    return file === '-' ? standardInput() : readWhole(file);
  } catch (problem) {
    if (problem instanceof TooLarge) throw problem;
    const { code = '' } = problem as NodeJS.ErrnoException;
    if (file === '-' && code === 'EAGAIN') throw new Failure(STATUS.unreadable, 'standard input has no data');
    const reason = problem instanceof NoFile ? problem.message : reasonOf(problem);
    throw new Failure(STATUS.unreadable, `cannot read ${file}: ${reason}`, helpFor?.(code, file));
  }
}

function standardInput(): Buffer {
  const ahead = readAhead();
  if (ahead !== undefined && ahead.length > MOST_BYTES) throw new TooLarge();
  if (ahead !== undefined) return ahead;
  const whole = readWhole(0);
  keep(whole);
  return whole;
}

/** What to do about a file that was named as a guest's and is none. */
function meant(code: string, file: string): string | undefined {
  if (code === 'EISDIR') return `name the files in it: ${file.replace(/\/$/, '')}/*.xml`;
  return code === 'ENOENT' ? missingGuestHelp(file) : undefined;
}

/** The text of a domain XML; undefined after reporting a size or an encoding that is wrong. */
export function readXml(file: string, report: Report, onlyFiles = false): string | undefined {
  const bytes = readXmlBytes(file, report, onlyFiles);
  return bytes && decode(bytes, report);
}

/** The same before it is decoded; undefined after reporting that there are too many. */
export function readXmlBytes(file: string, report: Report, onlyFiles = false): Buffer | undefined {
  try {
    // What else could have been meant is for the command line alone.
    return bytesOf(file, onlyFiles ? { onlyFiles } : { helpFor: meant });
  } catch (problem) {
    if (!(problem instanceof TooLarge)) throw problem;
    report(xmlLimit('xml-too-large', undefined, problem.message));
    return undefined;
  }
}

/** How a file is named in messages. */
export function nameOf(file: string): string {
  return file === '-' ? '<stdin>' : file === '' ? "''" : file;
}
