/** Words that are nearly a command. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, MINIMAL } from './command';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'misspelt-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('alone, it may be a file that is missing, or a command', () => {
  const { status, stderr } = command(['convrt']);
  expect(status).toBe(3);
  expect(stderr).toContain("help: did you mean the command 'convert'?");
});

test.each([
  [['explan', 'guest.xml'], 'explain'],
  [['explan', '--why', 'scsi-id', '-'], 'explain'],
  [['hepl', 'tree'], 'help'],
])('%j: what follows is for the command that was meant, and nothing is converted', (args, meant) => {
  expect(command(args, { input: MINIMAL })).toEqual({
    status: 2,
    stdout: '',
    stderr: `domxml2qemu: there is no command '${args[0]}'\n  help: did you mean '${meant}'?\n`,
  });
});

test('a file of such a name is a file, and one that is missing does not stop the rest', () => {
  writeFileSync(join(folder, 'runs'), MINIMAL);
  const { status, stdout, stderr } = command(['runs', 'checks', 'runs'], { cwd: folder });
  expect(status).toBe(3);
  expect(stderr).toContain('cannot read checks');
  expect(stdout.match(/^qemu-system/gm)).toHaveLength(2);
});

test('a missing file of another name does not stop the rest either', () => {
  const { status, stdout } = command(['nowhere.xml', '-'], { input: MINIMAL });
  expect(status).toBe(3);
  expect(stdout).toContain('guest=minimal');
});

test.each([
  [['--qemu-version', '7.2', 'check', 'guest.xml'], 'check --qemu-version 7.2 guest.xml'],
  [['guest.xml', 'explain', '--why', 'scsi id'], "explain guest.xml --why 'scsi id'"],
])('%j: the command goes first, and nothing is converted', (args, meant) => {
  writeFileSync(join(folder, 'guest.xml'), MINIMAL);
  const { status, stdout, stderr } = command(args, { cwd: folder });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`help: write: domxml2qemu ${meant}\n`);
});

test('a file that has the name of a command is one wherever it stands', () => {
  writeFileSync(join(folder, 'tree'), MINIMAL);
  expect(command(['-o', 'oneline', 'tree'], { cwd: folder }).status).toBe(0);
});
