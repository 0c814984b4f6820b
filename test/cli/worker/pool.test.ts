import { Pool, ThreadEnded } from '../../../src/cli/worker/pool';

/** A thread that says a word aloud, and one that ends it for what it was called with. */
const ALOUD = `
const { parentPort, workerData } = require('node:worker_threads');
parentPort.on('message', (word) => {
  if (word === 'exit') process.exit(1);
  if (word === 'throw') throw new Error('a word too many');
  parentPort.postMessage(word.toUpperCase() + workerData);
});`;

const started = (size: number) => new Pool<string, string>(ALOUD, '!', size);

async function untilRoom(pool: Pool<string, string>): Promise<void> {
  while (!pool.hasRoom()) await new Promise((later) => setTimeout(later, 5));
}

test('jobs are done by threads, more of them than there is room for', async () => {
  const pool = started(2);
  const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  expect(await Promise.all(words.map((word) => pool.do(word)))).toEqual(
    words.map((word) => `${word.toUpperCase()}!`),
  );
  await pool.close();
});

test('a thread has room when it runs, for the job that it is at and for the next', async () => {
  const pool = started(1);
  expect(pool.hasRoom()).toBe(false);
  await untilRoom(pool);
  const first = pool.do('a');
  expect(pool.hasRoom()).toBe(true);
  const second = pool.do('b');
  expect(pool.hasRoom()).toBe(false);
  await Promise.all([first, second]);
  expect(pool.hasRoom()).toBe(true);
  await pool.close();
});

test('without threads there is never room', () => {
  expect(started(0).hasRoom()).toBe(false);
});

test.each(['exit', 'throw'])(
  'a job that ends its thread fails, and the one after it does not: %s',
  async (word) => {
    const pool = started(1);
    await untilRoom(pool);
    const [ended, next] = await Promise.allSettled([pool.do(word), pool.do('next')]);
    expect(ended).toMatchObject({ status: 'rejected', reason: expect.any(ThreadEnded) as ThreadEnded });
    expect(next).toEqual({ status: 'fulfilled', value: 'NEXT!' });
    await pool.close();
  },
);

test('closing ends the threads, so that a process can end', async () => {
  const pool = started(3);
  await Promise.all([pool.do('a'), pool.do('b')]);
  await pool.close();
  expect(process.getActiveResourcesInfo()).not.toContain('Worker');
});
