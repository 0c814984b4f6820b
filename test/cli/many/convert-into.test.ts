import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, MINIMAL } from '../command';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'many-'));
  out = join(folder, 'out', 'commands');
});
afterEach(() => rmSync(folder, { recursive: true }));

function guest(name: string, text = MINIMAL.replace('minimal', name)): string {
  const path = join(folder, `${name}.xml`);
  writeFileSync(path, text);
  return path;
}

const convert = (...args: string[]) =>
  command(['--host', 'none', '--qemu-version', '10.0', '--out-dir', out, ...args]);

/** Without what a clock has to do with. */
const timeless = (text: string) => text.replace(/[\d.]+ s$/m, '? s').replaceAll(folder, '');

const WARNED = MINIMAL.replace('<os>', '<colour/><os>');

test('a file for each guest; one that is refused, and one that is not there, keep nobody from it', () => {
  const files = [
    guest('db1'),
    guest('db2', '<pool/>'),
    join(folder, 'none.xml'),
    guest('db3', WARNED),
    guest('db4'),
  ];
  const { status, stdout, stderr } = convert(...files);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(readdirSync(out)).toEqual(['db1.args', 'db3.args', 'db4.args']);
  expect(readFileSync(join(out, 'db1.args'), 'utf8')).toBe(
    command(['--host', 'none', '--qemu-version', '10.0', files[0]!]).stdout,
  );
  expect(timeless(stderr)).toBe(
    `/db2.xml:1:1: error[not-a-domain]: the root element is <pool>, not <domain>
   1 | <pool/>
     | ^
  help: pass the XML of a guest, as 'virsh dumpxml NAME' prints it
/db2.xml: refused: 1 error
domxml2qemu: cannot read /none.xml: there is no such file
  help: write it with 'virsh dumpxml NAME > /none.xml', or begin one with 'domxml2qemu init /none.xml'
/db3.xml:4:3: warning[unread-element]: <colour> is not understood here and has no effect
   4 |   <colour/><os><type arch='x86_64' machine='pc'>hvm</type></os>
     |   ^
  help: check its spelling and its parent, or remove it
3 converted, 1 refused (db2.xml), 1 failed (none.xml), 1 with warnings, ? s
`,
  );
});

test('threads write what one writes, and say the same in the same order', () => {
  const files = Array.from({ length: 120 }, (_, index) =>
    guest(`g${index}`, index % 9 === 4 ? '<pool/>' : index % 10 === 7 ? WARNED : undefined),
  );
  const list = join(folder, 'list');
  writeFileSync(list, files.join('\0'));
  const one = convert('--files-from', list, '-o', 'json');
  const written = () => readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]);
  const before = written();
  expect(before).toHaveLength(107);
  rmSync(out, { recursive: true });
  const two = convert('--files-from', list, '-o', 'json', '--jobs', '2');
  expect({ ...two, stderr: timeless(two.stderr) }).toEqual({ ...one, stderr: timeless(one.stderr) });
  expect(written()).toEqual(before);
  expect(two.stderr).not.toContain('\r');
});

test('what an earlier run wrote is not taken for the command of a guest that is refused', () => {
  const file = guest('db1');
  convert(file);
  guest('db1', '<pool/>');
  const { status, stderr } = convert(file);
  expect(status).toBe(1);
  expect(stderr).toContain('db1.args is left as it was: it is not what this guest says now');
  expect(readFileSync(join(out, 'db1.args'), 'utf8')).toContain('guest=db1');
});

test('a file that cannot be written fails alone', () => {
  mkdirSync(join(out, 'db1.args'), { recursive: true });
  const { status, stderr } = convert(guest('db1'), guest('db2'));
  expect(status).toBe(3);
  expect(stderr).toContain('db1.args: it is a directory');
  expect(timeless(stderr)).toContain('1 converted, 1 failed (/db1.xml), ? s\n');
  expect(readdirSync(out)).toEqual(['db1.args', 'db2.args']);
});

test('a list that names no file is said to, without a folder as with one', () => {
  expect(command(['--files-from', '-'], { input: '\n' })).toEqual({
    status: 0,
    stdout: '',
    stderr: 'the list names no file: none converted\n',
  });
});

describe('wrong usage writes nothing', () => {
  test.each<[string, readonly string[], string]>([
    ['no file', [], 'no file was named'],
    [
      'a list twice',
      ['-', '--files-from', '-'],
      'standard input is one file, and was named for more: a guest, --files-from',
    ],
    ['standard input', ['-'], '--out-dir names files after those of the guests'],
    ['threads that are none', ['--jobs', '0', 'a.xml'], '--jobs is a number from 1 to 256'],
    ['two of a name', ['a/x.xml', 'b/x.xml'], 'a/x.xml and b/x.xml would both become'],
  ])('%s', (_what, args, message) => {
    const { status, stdout, stderr } = convert(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`domxml2qemu: ${message}`);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('threads without a folder', () => {
    expect(command(['--jobs', '2', guest('a')])).toMatchObject({ status: 2, stdout: '' });
  });
});

test('a list of files, a line each, without a folder too', () => {
  const files = [guest('a'), guest('b')];
  const list = join(folder, 'list');
  writeFileSync(list, `${files.join('\r\n')}\n\n`);
  const { status, stdout } = command(['--host', 'none', '-o', 'oneline', '--files-from', list]);
  expect(status).toBe(0);
  expect(stdout.match(/guest=\w+/g)).toEqual(['guest=a', 'guest=b']);
});

test('a list that is empty is no mistake', () => {
  const list = join(folder, 'list');
  writeFileSync(list, '');
  const { status, stderr } = convert('--files-from', list);
  expect({ status, stderr: timeless(stderr) }).toEqual({ status: 0, stderr: 'none converted, ? s\n' });
});
