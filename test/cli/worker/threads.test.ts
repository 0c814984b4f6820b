import { threads } from '../../../src/cli/worker/threads';
import type { Work } from '../../../src/cli/worker/work';

/** A thread that says words aloud, until a word ends it. */
const ALOUD = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (words) => {
  if (words.includes('Slow')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  if (words.includes('exit')) process.exit(1);
  if (words.includes('throw')) throw new Error('a word too many');
  parentPort.postMessage(words.map((word) => word.toUpperCase()));
});`;

/** This thread whispers. */
const WORK: Work<readonly string[], readonly string[]> = {
  do: (words) =>
    words.includes('nothing')
      ? Promise.reject(new Error('nothing to say'))
      : Promise.resolve(words.map((word) => word.toLowerCase())),
  pieces: (words) => words.map((word) => [word]),
  joined: (replies) => replies.flat(),
  lost: ([word], reason) =>
    Promise.resolve([`${word}: ${typeof reason === 'string' ? reason : (reason as Error).message}`]),
};

const started = (size: number) => threads('batch', WORK, size, ALOUD);

/** Says something until another thread answers. */
async function untilAloud({ do: say }: ReturnType<typeof started>): Promise<void> {
  for (let said = ''; said !== 'HI'; [said = ''] = await say(['Hi']));
}

test('this thread works until another runs, and while the others have enough', async () => {
  const two = started(2);
  expect(await two.do(['Begun'])).toEqual(['begun']);
  await untilAloud(two);
  const said = await Promise.all([['Slow'], ['Slow'], ['Third']].map(two.do));
  expect(said).toEqual([['SLOW'], ['SLOW'], ['third']]);
  await two.close();
});

test('one thread is this one alone', async () => {
  const one = started(1);
  expect(await Promise.all([one.do(['A']), one.do(['B'])])).toEqual([['a'], ['b']]);
  await one.close();
});

test('what goes wrong on this thread is told, and the next job is done', async () => {
  const one = started(1);
  const [wrong, next] = await Promise.allSettled([one.do(['nothing']), one.do(['Next'])]);
  expect(wrong).toMatchObject({ status: 'rejected', reason: { message: 'nothing to say' } });
  expect(next).toEqual({ status: 'fulfilled', value: ['next'] });
  await one.close();
});

test.each([
  ['exit', 'exit: its thread ended'],
  ['throw', 'throw: a word too many'],
])('of a job that ends its thread, only the piece that does it is lost: %s', async (word, lost) => {
  const two = started(2);
  await untilAloud(two);
  const said = await Promise.all([two.do(['a', word, 'b']), two.do(['after'])]);
  expect(said).toEqual([['A', lost, 'B'], ['AFTER']]);
  await two.close();
});

test('work that may wait is never done on this thread', async () => {
  const { do: say, close } = threads('convert', { ...WORK, waits: true }, 1, ALOUD);
  expect(await Promise.all(['a', 'b', 'c', 'd'].map((word) => say([word])))).toEqual([
    ['A'],
    ['B'],
    ['C'],
    ['D'],
  ]);
  await close();
});

test('closing ends the threads, so that a process can end', async () => {
  const three = started(3);
  await untilAloud(three);
  await three.close();
  expect(process.getActiveResourcesInfo()).not.toContain('Worker');
});

test('this thread does one job at a time, whatever it waits for', async () => {
  let atOnce = 0;
  let most = 0;
  const busy: typeof WORK = {
    ...WORK,
    do: async (words) => {
      most = Math.max(most, ++atOnce);
      await new Promise((awake) => void setTimeout(awake, 10));
      atOnce -= 1;
      return words;
    },
  };
  const one = threads('batch', busy, 1, ALOUD);
  await Promise.all([one.do(['A']), one.do(['B']), one.do(['C'])]);
  expect(most).toBe(1);
  await one.close();
});
