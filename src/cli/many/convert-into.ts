import type { ConvertCommandOptions } from '../convert-options';
import { STATUS } from '../status';
import { writeError } from '../streams';
import { inOrder } from '../worker/in-order';
import { threadsFor } from '../worker/jobs';
import { barFor } from './bar';
import { CONVERT, type Converted, type ConvertJob } from './convert-work';
import { pairs, type Pair } from './outputs';
import { summaryLine, Tally } from './summary';
import { makeFolder } from './write';

export interface OutDirOptions extends ConvertCommandOptions {
  readonly outDir: string;
  /** `--jobs`: a number of threads, or `auto`. */
  readonly jobs?: string;
}

/** So many guests are converted in the time that threads take to start. */
const FEW = 64;

/** What is converted at once. */
const GUESTS = 32;

/** Converts each file into one of the folder; whatever is wrong with one, the others are converted. The highest status wins. */
export async function convertIntoFolder(files: readonly string[], options: OutDirOptions): Promise<number> {
  const begun = performance.now();
  const size = threadsFor(options.jobs);
  const todo = pairs(files, options.outDir, options.output ?? 'pretty');
  makeFolder(options.outDir);
  const bar = await barFor(options.color);
  const tally = new Tally();
  let status: number = STATUS.done;
  const seconds = () => (performance.now() - begun) / 1000;
  await converted(todo, options, todo.length > FEW ? size : 1, (one) => {
    if (one.said !== '') {
      bar?.clear();
      writeError(one.said);
    }
    tally.add(one);
    status = Math.max(status, one.status);
    bar?.show({ done: tally.all, total: todo.length, errors: tally.errors, seconds: seconds() });
  });
  bar?.clear();
  writeError(`${summaryLine(tally, 'converted', seconds(), bar?.width() ?? 80)}\n`);
  return status;
}

/** In the order of the files, by threads where there are many. */
async function converted(
  todo: readonly Pair[],
  options: OutDirOptions,
  size: number,
  each: (one: Converted) => void,
): Promise<void> {
  const deliver = (some: readonly Converted[]) => some.forEach(each);
  // A few are told of one by one: each may be slow to come, as a pipe is.
  const length = todo.length > FEW ? GUESTS : 1;
  if (size === 1) return inOrder(jobs(todo, options, length), 1, CONVERT.do, deliver);
  const pool = (await import('../worker/threads')).threads('convert', CONVERT, size);
  try {
    await inOrder(jobs(todo, options, GUESTS), 2 * size, pool.do, deliver);
  } finally {
    await pool.close();
  }
}

function* jobs(todo: readonly Pair[], options: OutDirOptions, length: number): Generator<ConvertJob> {
  for (let at = 0; at < todo.length; at += length) yield { pairs: todo.slice(at, at + length), options };
}
