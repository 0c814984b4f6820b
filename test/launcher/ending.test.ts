import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endOf, statusOf } from '../../src/launcher/ending';

test.each([
  ['its own', { code: 3, signal: null }, 3],
  ['that of a shell for a signal', { code: null, signal: 'SIGKILL' as const }, 137],
  ['a failure for what never started', { code: null, signal: null }, 1],
])('the status of a process is %s', (_what, ending, status) => {
  expect(statusOf(ending)).toBe(status);
});

test('what a process leaves behind with its streams does not hold up its end, and its last words are read', async () => {
  const child = spawn('/bin/sh', ['-c', 'sleep 30 & echo $!; echo "the last" >&2; exit 7']);
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [left] = (await once(child.stdout, 'data')) as [Buffer];
  try {
    expect({ ...(await endOf(child)), said }).toEqual({ code: 7, signal: null, said: 'the last\n' });
  } finally {
    process.kill(Number(left.toString()));
  }
});
