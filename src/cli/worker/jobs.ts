import { availableParallelism } from 'node:os';
import { Failure, STATUS } from '../status';

/** More threads than any machine has use for are a slip of the finger, and cost 50 MB each. */
const MOST = 256;

/** `--jobs` as a number of threads: `auto` is as many as there are cores. */
export function threadsFor(jobs = '1'): number {
  if (jobs === 'auto') return availableParallelism();
  const count = /^\d{1,9}$/.test(jobs) ? Number(jobs) : 0;
  if (count < 1 || count > MOST)
    throw new Failure(STATUS.usage, `--jobs is a number from 1 to ${MOST}, or 'auto', not '${jobs}'`);
  return count;
}
