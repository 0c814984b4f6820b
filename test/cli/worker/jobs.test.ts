import { availableParallelism } from 'node:os';
import { threadsFor } from '../../../src/cli/worker/jobs';

test('a number, or as many as there are cores', () => {
  expect(threadsFor()).toBe(1);
  expect(threadsFor('7')).toBe(7);
  expect(threadsFor('auto')).toBe(availableParallelism());
});

test.each(['0', '-1', '1.5', '257', 'all', '', '1e2', '99999999999999999999'])('%j is none', (jobs) => {
  expect(() => threadsFor(jobs)).toThrow(`--jobs is a number from 1 to 256, or 'auto', not '${jobs}'`);
});
