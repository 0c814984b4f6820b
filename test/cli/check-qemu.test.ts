/** Which QEMU a check asks: the one that a start here would take. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, MINIMAL } from './command';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-qemu-'));
  const mute = join(folder, 'qemu-system-x86_64');
  writeFileSync(mute, '#!/bin/sh\nexit 7\n');
  chmodSync(mute, 0o755);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const check = (...args: string[]) =>
  command(['check', ...args, '-'], {
    input: MINIMAL,
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` },
  });

test('the one in PATH is asked, and what it cannot answer is no guess', () => {
  const { status, stderr } = check();
  expect(status).toBe(3);
  expect(stderr).toContain('qemu-system-x86_64');
});

test.each([[['--qemu-version', '10.0']], [['--host', 'none']], [['-p', 'libvirt']]])(
  '%j: it is not asked',
  (args) => {
    expect(check(...args).status).toBe(0);
  },
);
