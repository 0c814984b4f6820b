import { EventEmitter } from 'node:events';
import { Pool, ThreadEnded } from '../../../src/cli/worker/pool';

let started = 0;

/** A machine that has no room for a thread: each ends before it runs. */
jest.mock('node:worker_threads', () => ({
  Worker: class extends EventEmitter {
    constructor() {
      super();
      started++;
      setImmediate(() => this.emit('exit', 1));
    }
    terminate = () => Promise.resolve(1);
  },
}));

test('where no thread can run, jobs fail, and nothing is tried for ever', async () => {
  const pool = new Pool<string, string>('', '', 1);
  const replies = await Promise.allSettled([pool.do('a'), pool.do('b')]);
  expect(replies).toEqual(
    Array(2).fill({ status: 'rejected', reason: expect.any(ThreadEnded) as ThreadEnded }),
  );
  expect(started).toBe(2);
  await pool.close();
});
