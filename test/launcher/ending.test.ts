import { statusOf } from '../../src/launcher/ending';

test.each([
  ['its own', { code: 3, signal: null }, 3],
  ['that of a shell for a signal', { code: null, signal: 'SIGKILL' as const }, 137],
  ['a failure for what never started', { code: null, signal: null }, 1],
])('the status of a process is %s', (_what, ending, status) => {
  expect(statusOf(ending)).toBe(status);
});
