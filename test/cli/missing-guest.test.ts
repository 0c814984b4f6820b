import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingGuestHelp } from '../../src/cli/missing-guest';
import { command } from './command';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'missing-'));
  writeFileSync(join(folder, 'guest.xml'), '');
  mkdirSync(join(folder, 'quest'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['guest', 'geust.xml', 'guest.xlm'])('%s: the file beside it that is called nearly so', (name) => {
  expect(missingGuestHelp(join(folder, name))).toBe(`did you mean ${join(folder, 'guest.xml')}?`);
});

test('nothing near: where a guest comes from', () => {
  const help = "write it with 'virsh dumpxml NAME > db1.xml', or begin one with 'domxml2qemu init db1.xml'";
  expect(missingGuestHelp('db1.xml')).toBe(help);
  expect(missingGuestHelp('chek')).toBe("did you mean the command 'check'?");
});

test('a name that is not UTF-8 goes by standard input', () => {
  expect(missingGuestHelp(Buffer.from('g\u00e9.xml', 'latin1').toString())).toContain('domxml2qemu - < FILE');
});

test('a name with control characters does not reach the terminal', () => {
  const { status, stderr } = command(['/nonexistent/\u001b[31m.xml']);
  expect([status, stderr.includes('\u001b')]).toEqual([3, false]);
  expect(stderr).toContain('cannot read /nonexistent/\ufffd[31m.xml: there is no such file');
});

test('what is to be hidden is not named', () => {
  expect(missingGuestHelp(join(folder, 'guest'), true)).toBe(
    "write it with 'virsh dumpxml NAME > FILE', or begin one with 'domxml2qemu init FILE'",
  );
});

test.each(['check', 'explain', 'tree', 'verify', 'normalize'])(
  '%s without a file names standard input',
  (name) => {
    expect(command([name], { input: '' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('(To read a guest from standard input, write -)') as string,
    });
  },
);
