import { threads } from '../../../src/cli/worker/threads';
import type { Work } from '../../../src/cli/worker/work';

/** A thread that says words aloud, until a word ends it. */
const ALOUD = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (words) => {
  if (words.includes('exit')) process.exit(1);
  if (words.includes('throw')) throw new Error('a word too many');
  parentPort.postMessage(words.map((word) => word.toUpperCase()));
});`;

const WORK: Work<readonly string[], readonly string[]> = {
  do: () => Promise.reject(new Error('not on this thread')),
  pieces: (words) => words.map((word) => [word]),
  joined: (replies) => replies.flat(),
  lost: ([word], reason) =>
    Promise.resolve([`${word}: ${typeof reason === 'string' ? reason : (reason as Error).message}`]),
};

const started = (size: number) => threads('batch', WORK, size, ALOUD);

test('jobs are done by threads, more of them than there are threads', async () => {
  const { do: say, close } = started(2);
  const said = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((word) => say([word, word])));
  expect(said).toEqual([
    ['A', 'A'],
    ['B', 'B'],
    ['C', 'C'],
    ['D', 'D'],
    ['E', 'E'],
  ]);
  await close();
});

test.each([
  ['exit', 'exit: its thread ended'],
  ['throw', 'throw: a word too many'],
])('of a job that ends its thread, only the piece that does it is lost: %s', async (word, lost) => {
  const { do: say, close } = started(1);
  const said = await Promise.all([say(['a', word, 'b']), say(['after'])]);
  expect(said).toEqual([['A', lost, 'B'], ['AFTER']]);
  await close();
});

test('closing ends the threads, so that a process can end', async () => {
  const { do: say, close } = started(3);
  await Promise.all([say(['a']), say(['b'])]);
  await close();
  expect(process.getActiveResourcesInfo()).not.toContain('Worker');
});
