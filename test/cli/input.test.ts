/** Where a guest comes from; files that are no guest, and folders that cannot be made: what is said, and how soon. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, MINIMAL, PROJECT } from './command';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'input-'));
  writeFileSync(join(folder, 'guest.xml'), MINIMAL);
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => command(args, { cwd: folder });

test('of a disk image that is taken for a guest nothing is read', () => {
  writeFileSync(join(folder, 'disk.img'), '');
  // Holes alone: more than Node reads into one buffer.
  truncateSync(join(folder, 'disk.img'), 20 * 2 ** 30);
  expect(run('--host', 'none', 'disk.img')).toEqual({
    status: 1,
    stdout: '',
    stderr: `disk.img: error[xml-too-large]: the file has 21474836480 bytes; the limit is 67108864
  help: convert one domain a file, as virsh dumpxml prints it
disk.img: refused: 1 error
`,
  });
});

test.each([['convert'], ['normalize'], ['check'], ['tree']])('nor of what has no end: %s', (name) => {
  for (const [file, input] of [
    ['/dev/zero', ''],
    ['-', Buffer.alloc(65 * 2 ** 20, 'x')],
  ] as const) {
    const { status, stderr } = command([name, '--host', 'none', file], { cwd: folder, input });
    expect(status).toBe(1);
    expect(stderr).toContain('error[xml-too-large]: the file has more than 67108864 bytes, the limit');
  }
});

test('nor of a disk image where host facts or settings are wanted', () => {
  writeFileSync(join(folder, 'disk.img'), '');
  truncateSync(join(folder, 'disk.img'), 20 * 2 ** 30);
  for (const option of ['--host', '--qemu-conf'])
    expect(run(option, 'disk.img', 'guest.xml')).toEqual({
      status: 3,
      stdout: '',
      stderr: 'domxml2qemu: cannot read disk.img: the file has 21474836480 bytes; the limit is 67108864\n',
    });
});

test('a guest out of a pipe with a name is read', () => {
  const line = `'${process.execPath}' '${PROJECT}/bin/domxml2qemu.js' --host none <(cat guest.xml)`;
  expect(execFileSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' })).toContain('guest=minimal');
});

test('folders are made with those above them', () => {
  expect(run('--host', 'none', '--out-dir', 'a/b/', 'guest.xml').status).toBe(0);
  expect(run('--host', 'none', '--out-dir', 'a/b', 'guest.xml').status).toBe(0);
});

test.each([
  ['/proc/guests/a', 'its file system takes none'],
  ['guest.xml', 'there is something else of that name'],
  ['guest.xml/a', 'a part of its path is not a directory'],
])('a folder that cannot be made: %s', (path, reason) => {
  const { status, stderr } = run('--host', 'none', '--out-dir', path, 'guest.xml');
  expect(status).toBe(3);
  expect(stderr).toMatch(new RegExp(`^domxml2qemu: cannot make the folder \\S+: ${reason}\n$`));
});

test('a guest where a command line is wanted', () => {
  expect(run('diff', '--host', 'none', 'guest.xml', '--cmdline', 'guest.xml')).toEqual({
    status: 3,
    stdout: '',
    stderr: `domxml2qemu: guest.xml holds XML, not a command line
  help: name a guest as the second file, without --cmdline
`,
  });
});

test('JSON where a command line is wanted', () => {
  const { stdout } = run('--host', 'none', '--output', 'json', 'guest.xml');
  writeFileSync(join(folder, 'command.json'), stdout);
  expect(run('diff', '--host', 'none', 'guest.xml', '--cmdline', 'command.json')).toEqual({
    status: 3,
    stdout: '',
    stderr: `domxml2qemu: command.json holds JSON, not a command line
  help: write it with --output oneline, or another form that a shell reads
`,
  });
});

test.each([
  ['a pipe', 'cat guest.xml | PROGRAM'],
  ['a file', 'PROGRAM < guest.xml'],
  ['a pipe, with options', 'cat guest.xml | PROGRAM --host none'],
])('a guest that is given without a name: %s', (_name, line) => {
  const program = `"${process.execPath}" "${PROJECT}/bin/domxml2qemu.js"`;
  const printed = execFileSync('sh', ['-c', line.replace('PROGRAM', program)], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(printed).toContain('-name guest=minimal');
});

test('as JSON, several guests are a document each, and a refused one is none', () => {
  writeFileSync(join(folder, 'two.xml'), MINIMAL.replace('minimal', 'two'));
  writeFileSync(join(folder, 'refused.xml'), '<pool/>');
  const json = (...files: string[]) => run('--host', 'none', '-o', 'json', ...files);
  const { status, stdout } = json('guest.xml', 'refused.xml', 'two.xml');
  expect(status).toBe(1);
  expect(stdout).toBe(json('guest.xml').stdout + json('two.xml').stdout);
});
