import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MINIMAL, PROJECT } from './command';

const folder = mkdtempSync(join(tmpdir(), 'stdin-'));
const guest = join(folder, 'guest.xml');
writeFileSync(guest, MINIMAL);
afterAll(() => rmSync(folder, { recursive: true }));

/** `domxml2qemu` without a word, behind another command of a shell's pipe. */
function behind(feeder: string) {
  const here = `'${process.execPath}' '${join(PROJECT, 'bin/domxml2qemu.js')}'`;
  return spawnSync('sh', ['-c', `(${feeder}) | ${here}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

test('what a pipe brings is converted, also if it comes late and in pieces', () => {
  const { status, stdout } = behind(`sleep 0.3; head -c 20 ${guest}; sleep 0.3; tail -c +21 ${guest}`);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^qemu-system-x86_64 /);
});

test('what has no end is read until it is more than a guest can be', () => {
  const { status, stderr } = behind('yes');
  expect(status).toBe(1);
  expect(stderr).toContain('<stdin>: error[xml-too-large]: the file has more than 67108864 bytes, the limit');
});

test.each([
  ['brings nothing', ':'],
  ['is left open', 'sleep 6'],
])(
  'a pipe that %s is no guest: the way to begin is shown',
  (_what, feeder) => {
    const { status, stderr } = behind(feeder);
    expect(status).toBe(2);
    expect(stderr).toContain('domxml2qemu init guest.xml');
  },
  30_000,
);
