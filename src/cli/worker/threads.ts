import { ThreadEnded, Pool } from './pool';
import { workerSource } from './source';
import type { Work } from './work';
import type { WorkName } from './works';

export interface Threads<J, R> {
  /** Rejects as the work does on this thread; never for what a job did to another. */
  readonly do: (job: J) => Promise<R>;
  readonly close: () => Promise<void>;
}

/**
 * `size` threads for a kind of work, of which this is one: it has the code warm, and a thread more than there are cores
 * would take turns with it. It does a job when the others have enough; of work that waits it does none, and there are `size`
 * others. None of them is started before there is a job.
 */
export function threads<J, R>(
  name: WorkName,
  work: Work<J, R>,
  size: number,
  source = workerSource(),
): Threads<J, R> {
  const pool = new Pool<J, R>(source, name, work.waits === true ? size : size - 1);
  if (work.waits === true) return { do: (job) => survive(pool, work, job), close: () => pool.close() };
  // The end of what this thread does, or has yet to decide on: one job at a time.
  let turn = Promise.resolve();
  const share = (job: J) =>
    new Promise<R>((done, failed) => {
      turn = turn.then(answersOfOthers).then(async () => {
        const elsewhere = pool.hasRoom();
        const reply = elsewhere ? survive(pool, work, job) : work.do(job);
        reply.then(done, failed);
        if (!elsewhere) await reply.catch(() => {});
      });
    });
  return {
    do: (job) => (pool.hasRoom() ? survive(pool, work, job) : share(job)),
    close: () => pool.close(),
  };
}

/** What other threads have sent is seen between two turns of the event loop, and not before. */
const answersOfOthers = () => new Promise<void>((seen) => void setImmediate(seen));

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
