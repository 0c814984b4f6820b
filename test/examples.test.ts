/**
 * Every example runs as a test: command.txt holds lines `$ domxml2qemu ...` and below each what it prints.
 * `UPDATE=1` rewrites what is printed, to be read as a diff.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './cli/command';

const EXAMPLES = join(PROJECT, 'examples');
const names = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

let bin: string;
beforeAll(() => {
  bin = mkdtempSync(join(tmpdir(), 'examples-'));
  const launcher = join(bin, 'domxml2qemu');
  writeFileSync(launcher, `#!/bin/sh\nexec "${process.execPath}" "${PROJECT}/bin/domxml2qemu.js" "$@"\n`);
  chmodSync(launcher, 0o755);
});
afterAll(() => {
  rmSync(bin, { recursive: true });
});

/** What the commands of a file print, standard error included, under their `$` lines. */
function replay(text: string): string {
  const commands = text.split('\n').filter((line) => line.startsWith('$ '));
  return commands
    .map((line) => {
      const { stdout, stderr } = spawnSync('sh', ['-c', line.slice(2)], {
        cwd: PROJECT,
        encoding: 'utf8',
        env: { PATH: `${bin}:${process.env['PATH']}`, XDG_CACHE_HOME: bin },
      });
      return `${line}\n${stderr}${stdout}`;
    })
    .join('\n');
}

test.each(names)('%s', (name) => {
  const file = join(EXAMPLES, name, 'command.txt');
  const stored = readFileSync(file, 'utf8');
  const printed = replay(stored);
  if (process.env['UPDATE'] === '1') writeFileSync(file, printed);
  expect(printed).toBe(stored);
  expect(printed.split('\n').length).toBeGreaterThan(2);
});

test('every example has its line in the README of the examples, and a guest', () => {
  const readme = readFileSync(join(EXAMPLES, 'README.md'), 'utf8');
  for (const name of names) expect(readme).toContain(`(${name}/`);
  for (const name of names)
    expect(existsSync(join(EXAMPLES, name, 'guest.xml')) || existsSync(join(EXAMPLES, name, 'guests'))).toBe(
      true,
    );
  expect(names).toEqual(
    expect.arrayContaining([
      'scsi-lun',
      'scsi-hostdev',
      'scsi-tape',
      'scsi-cdrom',
      'iscsi',
      'vhost-scsi',
      'virtio-lun',
      'multipath',
      'cloud-image',
      'pipeline',
      'dry-run',
    ]),
  );
});
