import { closeSync, existsSync, mkdtempSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keep, openKept } from '../../../src/cli/loader/kept-code';

const own = process.env['XDG_CACHE_HOME'];
let folder: string;
const path = () => join(folder, `domxml2qemu/code-b-${process.version}.cache`);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  process.env['XDG_CACHE_HOME'] = folder;
  jest.spyOn(process, 'uptime').mockReturnValue(0.1);
});
afterEach(() => {
  jest.restoreAllMocks();
  if (own === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = own;
  rmSync(folder, { recursive: true });
});

test('what was kept is there for its user', () => {
  keep('b', () => Buffer.from('code'));
  const file = openKept('b') ?? -1;
  const bytes = Buffer.alloc(10);
  expect(bytes.toString('utf8', 0, readSync(file, bytes))).toBe('code');
  closeSync(file);
});

test('what another user kept is not run', () => {
  keep('b', () => Buffer.from('code'));
  jest.spyOn(process, 'geteuid').mockReturnValue(54321);
  expect(openKept('b')).toBeUndefined();
});

test('what a long run compiled is more than a start needs', () => {
  jest.spyOn(process, 'uptime').mockReturnValue(60);
  keep('b', () => Buffer.from('code'));
  expect(existsSync(path())).toBe(false);
});

test('where nothing can be kept nothing is made', () => {
  process.env['XDG_CACHE_HOME'] = join(folder, 'no', 'folder');
  const content = jest.fn(() => Buffer.from('code'));
  keep('b', content);
  expect(content).not.toHaveBeenCalled();
});

test('what is kept anew is replaced whole', () => {
  keep('b', () => Buffer.from('a long one'));
  keep('b', () => Buffer.from('code'));
  expect(readFileSync(path(), 'utf8')).toBe('code');
});
