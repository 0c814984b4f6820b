import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, MINIMAL } from './command';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-probe-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** An old QEMU that has no machine type `none`, so that it ends before QMP. */
function oldQemu(): string {
  const path = join(folder, 'qemu-system-x86_64');
  const says = 'QEMU emulator version 1.0 (qemu-kvm-1.0), Copyright (c) 2003-2008';
  writeFileSync(path, `#!/bin/sh\n[ "$1" = --version ] && echo '${says}' || exit 1\n`);
  chmodSync(path, 0o755);
  return path;
}

test('a binary without QMP is known by its release, and a note says so', () => {
  const binary = oldQemu();
  const { status, stdout, stderr } = command(['probe', binary]);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    binary,
    version: '1.0.0',
    package: 'qemu-kvm-1.0',
    arch: 'x86_64',
    asked: 'version',
  });
  expect(stderr).toContain('--version only');
});

test('the default is the emulator of this machine', () => {
  const { status, stdout } = command(['probe'], { env: { PATH: folder } });
  const expected = process.arch === 'x64' ? 0 : 3;
  expect(status).toBe(expected);
  if (expected === 0) expect(JSON.parse(stdout)).toMatchObject({ version: '1.0.0' });
});

test.each([
  ['missing', 'no-such-qemu', "no QEMU 'no-such-qemu' on this machine"],
  ['no QEMU', process.execPath, 'does not answer as QEMU does'],
])('%s: status 3 and a way out', (_, binary, message) => {
  for (const args of [
    ['probe', binary],
    ['--qemu', binary, '-'],
  ]) {
    const { status, stdout, stderr } = command(args, { input: MINIMAL });
    expect(status).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^ {2}help: (install it|give a system emulator)/m);
    // An option that probe lacks is no way out of it.
    expect(stderr.includes('--qemu-version')).toBe(args[0] !== 'probe');
  }
});

test('--qemu converts for the release of that binary, and runs it', () => {
  const convert = (...options: string[]) => command(['--host', 'none', ...options, '-'], { input: MINIMAL });
  const binary = oldQemu();
  const options = (text: string) => text.split('\n').slice(1);
  const asked = convert('--qemu', binary);
  expect(asked.stdout.split(' ')[0]).toBe(binary);
  expect(options(asked.stdout)).toEqual(options(convert('--qemu-version', '1.0').stdout));
  expect(options(asked.stdout)).not.toEqual(options(convert('--qemu-version', '7.2').stdout));
});

test('a release beside --qemu is that of the binary, or a use that is wrong; without the binary it stands for it', () => {
  const convert = (...options: string[]) => command(['--host', 'none', ...options, '-'], { input: MINIMAL });
  const binary = oldQemu();
  const asked = convert('--qemu', binary).stdout;
  for (const version of ['1.0', '1.0.0'])
    expect(convert('--qemu', binary, '--qemu-version', version)).toMatchObject({ status: 0, stdout: asked });
  for (const version of ['7.2', '1.0.1']) {
    const { status, stdout, stderr } = convert('--qemu', binary, '--qemu-version', version);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${binary} is QEMU 1.0.0, and --qemu-version says ${version}`);
  }
  const absent = convert('--qemu', 'qemu-of-elsewhere', '--qemu-version', '7.2');
  expect(absent.stdout).toBe(
    convert('--qemu-version', '7.2').stdout.replace('qemu-system-x86_64', 'qemu-of-elsewhere'),
  );
});
