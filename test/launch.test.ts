import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './cli/command';

/** A copy of what is installed, whose cache may be spoilt. */
let installed: string;
beforeEach(() => {
  installed = mkdtempSync(join(tmpdir(), 'launch-'));
  for (const part of ['bin', 'dist']) cpSync(join(PROJECT, part), join(installed, part), { recursive: true });
});
afterEach(() => rmSync(installed, { recursive: true }));

const cache = () => join(installed, 'dist/cli.cache');

function version(): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(installed, 'bin/domxml2qemu.js'), '--version'],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const WORKS = { status: 0, stdout: expect.stringMatching(/^domxml2qemu \d/) as string, stderr: '' };

test('the build leaves a cache, and the program starts with it', () => {
  expect(readFileSync(cache()).length).toBeGreaterThan(50_000);
  expect(version()).toEqual(WORKS);
});

test.each<[string, (file: Buffer) => Buffer]>([
  ['missing halves', (file) => file.subarray(0, file.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['another file', () => Buffer.from('no cache')],
  ['from another Node', (file) => Buffer.concat([Buffer.from('v1.0.0 x64 '), file.subarray(11)])],
  ...[0.1, 0.3, 0.5, 0.7, 0.9].map((where): [string, (file: Buffer) => Buffer] => [
    `a byte changed at ${where}`,
    (file) => {
      const at = Math.floor(file.length * where);
      file[at] = file[at]! ^ 0xff;
      return file;
    },
  ]),
])('a cache that is spoilt harms nothing: %s', (_what, spoil) => {
  writeFileSync(cache(), spoil(readFileSync(cache())));
  expect(version()).toEqual(WORKS);
});

test('without a cache it starts too', () => {
  rmSync(cache());
  expect(version()).toEqual(WORKS);
});
