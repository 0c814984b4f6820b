import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, MINIMAL } from './command';

const folder = mkdtempSync(join(tmpdir(), 'standard-input-'));
const guest = join(folder, 'guest.xml');
writeFileSync(guest, MINIMAL);
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: readonly string[], input = MINIMAL) => command(args, { input, cwd: folder });

test.each<[string, string]>([
  ['- -', 'a guest, a guest'],
  ['convert - guest.xml -', 'a guest, a guest'],
  ['--host - -', 'a guest, --host'],
  ['--host=- -', 'a guest, --host'],
  ['--qemu-conf - -', 'a guest, --qemu-conf'],
  ['--host - --qemu-conf - guest.xml', '--host, --qemu-conf'],
  ['--host -', 'a guest, --host'],
  ['--files-from - --host -', '--host, --files-from'],
  ['--files-from - -', 'a guest, --files-from'],
  ['check - -', 'a guest, a guest'],
  ['explain --host - -', 'a guest, --host'],
  ['run --dry-run --host - -', 'a guest, --host'],
  ['diff - -', 'a guest, a guest'],
  ['diff - --cmdline -', 'a guest, --cmdline'],
  ['diff - --to-host -', 'a guest, --to-host'],
  ['diff guest.xml --host - --to-host -', '--host, --to-host'],
])('standard input is one file: %s', (words, named) => {
  const { status, stdout, stderr } = run(words.split(' '));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`domxml2qemu: standard input is one file, and was named for more: ${named}\n`);
});

test('a list that names it beside another is refused', () => {
  const list = join(folder, 'list');
  writeFileSync(list, '-\n');
  expect(run(['--files-from', list])).toMatchObject({ status: 0 });
  expect(run(['--files-from', list, '-'])).toMatchObject({ status: 2 });
  expect(run(['--files-from', '-'], '-\n')).toMatchObject({ status: 2 });
});

test('what it holds is there for every guest that asks', () => {
  const vnc = MINIMAL.replace('</domain>', "<devices><graphics type='vnc' port='5901'/></devices></domain>");
  writeFileSync(join(folder, 'vnc.xml'), vnc);
  const args = ['--host', 'none', '--qemu-conf', '-', '-o', 'oneline', 'vnc.xml', 'vnc.xml'];
  const { status, stdout } = run(args, 'vnc_listen = "192.0.2.7"\n');
  expect(status).toBe(0);
  expect(stdout.match(/192\.0\.2\.7:1/g)).toHaveLength(2);
});

test('a file - that is written is standard output', () => {
  const before = readdirSync(folder);
  for (const args of [
    ['normalize', '--host', 'none', '-o', '-', '-'],
    ['explain', '--host', 'none', '--html', '-', '-'],
    ['init', '-'],
  ]) {
    const { status, stdout } = run(args);
    expect([args, status]).toEqual([args, 0]);
    expect(stdout.length).toBeGreaterThan(MINIMAL.length);
  }
  expect(run(['normalize', '-o', '-', '-']).stdout).toBe(run(['normalize', '-']).stdout);
  expect(readdirSync(folder)).toEqual(before);
});
