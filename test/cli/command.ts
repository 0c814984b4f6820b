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

/** A guest that every QEMU starts. */
export const MINIMAL = `<domain type='qemu'>
  <name>minimal</name>
  <memory unit='MiB'>64</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
</domain>
`;
