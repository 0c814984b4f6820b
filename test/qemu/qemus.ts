import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ARCHITECTURES } from '../../src/model/arch';
import { missing } from '../skip';

export { missing, mustRun } from '../skip';

/** A QEMU to test with. */
export interface TestQemu {
  readonly binary: string;
  /** major.minor.micro, as `--version` says. */
  readonly version: string;
}

/** The installed one and those that QEMU_BINARIES lists, separated by colons. */
const X86_QEMUS = ['qemu-system-x86_64', ...(process.env['QEMU_BINARIES'] ?? '').split(':')];

/** Those of the binaries that run here. */
export function findQemus(binaries: readonly string[] = X86_QEMUS): TestQemu[] {
  const wanted = binaries.filter((name) => name !== '');
  return wanted.flatMap((binary) => {
    try {
      const version = /version (\d+\.\d+\.\d+)/.exec(
        execFileSync(binary, ['--version'], { encoding: 'utf8' }),
      )?.[1];
      return version === undefined ? [] : [{ binary, version }];
    } catch {
      return [];
    }
  });
}

/** The emulators of all other architectures, in the folders of PATH and beside the QEMUs that QEMU_BINARIES lists. */
export function findEmulators(): string[] {
  const folders = [
    ...(process.env['PATH'] ?? '').split(':'),
    ...(process.env['QEMU_BINARIES'] ?? '').split(':').map((binary) => dirname(binary)),
  ].filter((folder) => folder.startsWith('/') && existsSync(folder));
  const others = ARCHITECTURES.filter((arch) => !['x86_64', 'i386', 'i686'].includes(arch));
  return [...new Set(folders.map((folder) => realpathSync(folder)))]
    .flatMap((folder) => others.map((arch) => join(folder, `qemu-system-${arch}`)))
    .filter((binary) => existsSync(binary));
}

/** One `describe` for each QEMU found; without any, a line that says what is missing, which is a failure in CI. */
export function describeEachQemu(what: string, body: (qemu: TestQemu) => void): void {
  const found = findQemus();
  if (found.length === 0) missing(what, 'qemu-system-x86_64 (Debian: qemu-system-x86)');
  for (const qemu of found) describe(`${what}, QEMU ${qemu.version}`, () => body(qemu));
}

/** Whether a program answers at all. */
export function installed(program: string, args: readonly string[] = ['--version']): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
