import fc from 'fast-check';
import { setTimeout as pause } from 'node:timers/promises';
import { inOrder } from '../../../src/cli/worker/in-order';

/** Pauses in steps of a few turns of the event loop, so that a schedule takes no time. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await pause(0);
}

test('in the order of the jobs, never more than the window at once, whoever is slow', async () => {
  await fc.assert(
    fc.asyncProperty(
      // A job that takes no turn may be done before the next has begun.
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (delays, window) => {
        let open = 0;
        let most = 0;
        const delivered: number[] = [];
        await inOrder(
          delays.keys(),
          window,
          async (job) => {
            most = Math.max(most, ++open);
            await turns(delays[job] ?? 0);
            return job;
          },
          (job) => {
            open--;
            delivered.push(job);
          },
        );
        expect(delivered).toEqual([...delays.keys()]);
        expect(most).toBeLessThanOrEqual(window);
        expect(most).toBe(Math.min(window, delays.length));
      },
    ),
    { numRuns: 30 },
  );
});

/** A job, and then none, without an end. */
async function* oneAndNoMore(): AsyncGenerator<string> {
  yield 'question';
  await new Promise(() => {});
}

test('a reply is delivered before the next job has come', async () => {
  const reply = await new Promise((deliver) => {
    void inOrder(oneAndNoMore(), 4, (job) => Promise.resolve(`${job}: answered`), deliver);
  });
  expect(reply).toBe('question: answered');
});

test('a reply that cannot be delivered ends the wait for jobs', async () => {
  const gone = new Error('nobody reads');
  await expect(
    inOrder(oneAndNoMore(), 4, Promise.resolve.bind(Promise), () => {
      throw gone;
    }),
  ).rejects.toBe(gone);
});

test('work that fails is the failure of all', async () => {
  await expect(
    inOrder(
      [1, 2, 3],
      2,
      (job) => (job === 2 ? Promise.reject(new Error('no')) : Promise.resolve(job)),
      () => {},
    ),
  ).rejects.toThrow('no');
});
