import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MINIMAL, PROJECT } from './command';

const folder = mkdtempSync(join(tmpdir(), 'stdin-'));
const guest = join(folder, 'guest.xml');
writeFileSync(guest, MINIMAL);
afterAll(() => rmSync(folder, { recursive: true }));

const HERE = `'${process.execPath}' '${join(PROJECT, 'bin/domxml2qemu.js')}'`;

/** `domxml2qemu` without a word, behind another command of a shell's pipe. */
function behind(feeder: string) {
  return spawnSync('sh', ['-c', `(${feeder}) | ${HERE}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** It is waited for while the others are tried. */
const leftOpen = startLeftOpen();

async function startLeftOpen() {
  const child = spawn('sh', ['-c', `{ sleep 6 2>&- & } | ${HERE}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [stderr] = await Promise.all([text(child.stderr), once(child, 'close')]);
  return { status: child.exitCode, stderr };
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

const showsTheWay = ({ status, stderr }: { status: number | null; stderr: string }) => {
  expect(status).toBe(2);
  expect(stderr).toContain('domxml2qemu init guest.xml');
};

test('a pipe that brings nothing is no guest: the way to begin is shown', () => {
  showsTheWay(behind(':'));
});

test('nor is one that is left open', async () => {
  showsTheWay(await leftOpen);
}, 30_000);
