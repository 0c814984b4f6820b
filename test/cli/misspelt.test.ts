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
