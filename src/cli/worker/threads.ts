import { ThreadEnded, Pool } from './pool';
import { workerSource } from './source';
import type { Work, WorkName } from './work';

export interface Threads<J, R> {
  /** Never rejects for what a job did to its thread. */
  readonly do: (job: J) => Promise<R>;
  readonly close: () => Promise<void>;
}

/** Up to `size` threads for a kind of work. None is started before there is a job. */
export function threads<J, R>(
  name: WorkName,
  work: Work<J, R>,
  size: number,
  source = workerSource(),
): Threads<J, R> {
  const pool = new Pool<J, R>(source, name, size);
  return { do: (job) => survive(pool, work, job), close: () => pool.close() };
}

/** A job that ends its thread is done again in pieces: only the piece that does it again is lost. */
async function survive<J, R>(pool: Pool<J, R>, work: Work<J, R>, job: J): Promise<R> {
  try {
    return await pool.do(job);
  } catch (problem) {
    if (!(problem instanceof ThreadEnded)) throw problem;
    const pieces = work.pieces(job);
    if (pieces.length < 2) return work.lost(job, problem.cause ?? problem.message);
    const replies: R[] = [];
    for (const piece of pieces) replies.push(await survive(pool, work, piece));
    return work.joined(replies);
  }
}
