import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { notQemu, qemuNotFound, qemuNotRunnable } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Probe } from '../probed';
import type { BinaryVersion } from '../version';
import { binaryFile, readCache, writeCache } from './cache';
import { cacheFolder } from './store';

export { hostArch } from './host-arch';

export interface ProbeOptions {
  /** Milliseconds that a question may take. */
  readonly timeout?: number;
  /** Where answers are kept; undefined asks every time. */
  readonly cache?: string | undefined;
}

export type ProbeResult =
  { readonly ok: true; readonly probe: Probe } | { readonly ok: false; readonly problem: Diagnostic };

/** Asks a QEMU binary, given by path or by a name in PATH, what it can do. */
export async function probeQemu(binary: string, options: ProbeOptions = {}): Promise<ProbeResult> {
  const { timeout = 15_000 } = options;
  const cache = 'cache' in options ? options.cache : cacheFolder();
  const path = findBinary(binary);
  if (path === undefined) return { ok: false, problem: qemuNotFound(binary) };
  if (!runnable(path)) return { ok: false, problem: qemuNotRunnable(path) };
  const file = binaryFile(path);
  const stored = cache === undefined ? undefined : readCache(file, cache);
  if (stored !== undefined) return { ok: true, probe: stored };
  const probe = await ask(path, timeout);
  if (probe === undefined) return { ok: false, problem: notQemu(path) };
  // An answer to --version alone may be for want of memory or time: not worth keeping.
  if (cache !== undefined && probe.asked === 'qmp') writeCache(file, probe, cache);
  return { ok: true, probe };
}

/** What `--version` of a binary says, and nothing else of it; undefined where it is not here, or no QEMU. */
export async function probeVersion(binary: string, timeout = 15_000): Promise<BinaryVersion | undefined> {
  const path = findBinary(binary);
  if (path === undefined || !runnable(path)) return undefined;
  const { askVersion } = await import('./ask');
  return (await askVersion(path, timeout))?.version;
}

async function ask(path: string, timeout: number): Promise<Probe | undefined> {
  // A stored answer needs no child process, whose loading would cost every start.
  const { askQmp, askVersion, NoQmp } = await import('./ask');
  try {
    return await askQmp(path, timeout);
  } catch (problem) {
    if (problem instanceof NoQmp) return askVersion(path, timeout);
    throw problem;
  }
}

function findBinary(binary: string): string | undefined {
  const places = binary.includes('/')
    ? [binary]
    : (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder || '.', binary));
  for (const place of places) {
    try {
      // A folder of that name is not it.
      if (statSync(place).isFile()) return realpathSync(place);
    } catch {
      // Not there: the next one.
    }
  }
  return undefined;
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
