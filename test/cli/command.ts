import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const PROJECT = join(__dirname, '../..');
const BIN = join(PROJECT, 'bin/domxml2qemu.js');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a user's shell would, with nothing but PATH in the environment. */
export function command(
  args: readonly string[],
  {
    input = '',
    env = {},
    cwd = PROJECT,
  }: { input?: string | Buffer; env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    input,
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], XDG_CACHE_HOME: '/dev/null', ...env },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** A command line, with what its environment has besides. */
export interface Line {
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs many, in order, in one process with the bundle anew for each, without a word on standard input: to start Node takes
 * most of the time of a process of one's own. What is special in how a program starts, reads or ends is tested with `command`.
 */
export function commands(lines: readonly Line[]): Outcome[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'one-process.cjs')], {
    input: JSON.stringify(lines),
    cwd: PROJECT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], XDG_CACHE_HOME: '/dev/null' },
    maxBuffer: 1 << 28,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Outcome[];
}

/** A guest that every QEMU starts. */
export const MINIMAL = `<domain type='qemu'>
  <name>minimal</name>
  <memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
</domain>
`;
