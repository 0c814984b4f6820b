// The processes that are timed, all in one environment.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const bin = join(project, 'bin/domxml2qemu.js');
const cache = mkdtempSync(join(tmpdir(), 'bench-'));
// NODE_EXTRA_CA_CERTS alone costs a Node process 40 ms.
const { NODE_EXTRA_CA_CERTS: _unset, ...inherited } = process.env;
export const env = { ...inherited, XDG_CACHE_HOME: cache };

export function cleanUp() {
  rmSync(cache, { recursive: true, force: true });
}

/** How long a Node takes for these arguments, in milliseconds. A status that is not `expected` is thrown. */
export function milliseconds(args, expected = [0]) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { env, cwd: project });
  const end = process.hrtime.bigint();
  if (!expected.includes(status)) throw new Error(`${args.join(' ')} ended with status ${status}: ${stderr}`);
  return Number(end - start) / 1e6;
}
