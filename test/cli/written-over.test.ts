/** Where output goes: never over the guest, never two guests as one, and said in words when it cannot. */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, MINIMAL, PROJECT } from './command';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'written-'));
  writeFileSync(join(folder, 'guest.xml'), MINIMAL);
  mkdirSync(join(folder, 'dir'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const run = (...args: string[]) => command(args, { cwd: folder });

test.each(['guest.xml', './guest.xml', 'link.xml'])(
  'a page to %s would be written over the guest',
  (page) => {
    symlinkSync('guest.xml', join(folder, 'link.xml'));
    const { status, stderr } = run('explain', '--html', page, 'guest.xml');
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `domxml2qemu: ${page} is the guest itself, and would be written over\n  help: name another file after --html\n`,
    });
    expect(readFileSync(join(folder, 'guest.xml'), 'utf8')).toBe(MINIMAL);
  },
);

test.each([
  ['--output', 'json'],
  ['--only', 'memory'],
  ['--why', 'size'],
])('a page has no use for %s %s', (...words) => {
  const { status, stderr } = run('explain', '--html', 'page.html', ...words, 'guest.xml');
  expect(status).toBe(2);
  expect(stderr).toContain(`a page has no use for ${words[0] === '--output' ? '--output json' : words[0]}`);
  expect(existsSync(join(folder, 'page.html'))).toBe(false);
});

test.each([
  [['explain', '--html', 'dir', 'guest.xml'], 'cannot write dir: it is a directory'],
  [['explain', '--html', 'no/page.html', 'guest.xml'], 'cannot write no/page.html: its folder is not there'],
  [['normalize', '--output', 'dir', 'guest.xml'], 'cannot write dir: it is a directory'],
])('%j: what stands in the way', (args, says) => {
  expect(run(...args)).toEqual({ status: 3, stdout: '', stderr: `domxml2qemu: ${says}\n` });
});

test.each(['script', 'nul'])('two guests are not one %s', (form) => {
  const { status, stdout, stderr } = run('-o', form, 'guest.xml', 'guest.xml');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('help: add --out-dir DIR');
});

test('a guest is started, or shown as JSON', () => {
  const { status, stderr } = run('run', '-o', 'json', 'guest.xml');
  expect(status).toBe(2);
  expect(stderr).toContain('help: add --dry-run');
});

test('what has to be there before QEMU is told where the form does not hold it', () => {
  const guest = join(PROJECT, 'examples/multipath/guest.xml');
  const told = (form: string) => run('--host', 'none', '-o', form, guest).stderr.includes('qemu-pr-helper\n');
  expect(['pretty', 'oneline', 'nul', 'json', 'script'].map(told)).toEqual([true, true, true, false, false]);
  expect(run('--host', 'none', '--only', 'disks', guest).stderr).not.toContain('needed before');
});

test('a full disk is no bug of ours', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, ['bin/domxml2qemu.js', '-'], {
    cwd: PROJECT,
    input: MINIMAL,
    encoding: 'utf8',
    stdio: ['pipe', full, 'pipe'],
  });
  closeSync(full);
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr: 'domxml2qemu: cannot write: the file system is full\n',
  });
});
