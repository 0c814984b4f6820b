/** A bug, which no guest is known to raise: one pass of the pipeline throws. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { answersTo } from '../../src/cli/batch';
import { crashText } from '../../src/cli/crash';
import { run } from '../../src/cli';
import { MINIMAL, PROJECT } from './command';

const mockSaid: string[] = [];
jest.mock('../../src/cli/streams', () => ({
  ...jest.requireActual<object>('../../src/cli/streams'),
  writeError: (text: string) => void mockSaid.push(text),
  writeLog: (text: string) => void mockSaid.push(text),
}));
jest.mock('../../src/emitter', () => ({
  emit: () => {
    throw new TypeError("no bus for 'payroll-db'");
  },
}));

const folder = mkdtempSync(join(tmpdir(), 'crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function answerTo(redact: boolean): Promise<{ code: string; message: string }> {
  const text = JSON.stringify({ id: 1, xml: MINIMAL, options: { host: 'none', redact } });
  for await (const answers of answersTo([{ text }])) return answers[0]!.body['error'] as never;
  throw new Error('no answer');
}

test('batch answers with the stack, and goes on', async () => {
  const { code, message } = await answerTo(false);
  expect(code).toBe('internal');
  expect(message).toContain("no bus for 'payroll-db'");
  expect(message).toContain(join(__dirname, 'crash.test.ts'));
});

test('redacted it tells the error and the lines of the program, and nothing of the guest or the machine', async () => {
  const { code, message } = await answerTo(true);
  expect(code).toBe('internal');
  expect(message).toMatch(/^internal error: TypeError\n {4}at .*\bcrash\.test\.ts:\d+:\d+/);
  for (const secret of ['payroll', PROJECT]) expect(message).not.toContain(secret);
});

test('so does a command', async () => {
  const guest = join(folder, 'payroll.xml');
  writeFileSync(guest, MINIMAL);
  expect(await run(['--host', 'none', '--redact', guest])).toBe(1);
  expect(mockSaid.join('')).toMatch(
    /^domxml2qemu: internal error, please report it with the XML:\nTypeError\n/,
  );
  expect(mockSaid.join('')).not.toMatch(/payroll/);
});

test('what is thrown and is no error', () => {
  expect(crashText('payroll')).toBe('payroll');
  expect(crashText('payroll', true)).toBe('string');
});
