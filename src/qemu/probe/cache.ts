import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROBE_FORMAT, type Probe } from '../probed';
import { store } from './store';

/** Which questions and evidence these are; the build puts it in (build.mjs). */
declare const PROBER: string | undefined;

/** A file as the cache knows it: another size or time of change is another QEMU. */
export interface BinaryFile {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

export function binaryFile(path: string): BinaryFile {
  const { size, mtimeMs } = statSync(path);
  return { path, size, mtimeMs };
}

/** What was stored for this very file; undefined where there is nothing, or nothing that can be trusted. */
export function readCache(file: BinaryFile, folder: string): Probe | undefined {
  try {
    const { key, probe } = JSON.parse(readFileSync(entryOf(file, folder), 'utf8')) as {
      readonly key?: string;
      readonly probe?: Probe;
    };
    return key === keyOf(file) && isProbe(probe) ? probe : undefined;
  } catch {
    return undefined;
  }
}

/** Stores a probe for the next run. What cannot be stored is asked again. */
export function writeCache(file: BinaryFile, probe: Probe, folder: string): void {
  store(entryOf(file, folder), JSON.stringify({ key: keyOf(file), probe }), folder);
}

/** The key inside says which file is meant: two paths that end alike only take turns. */
function entryOf({ path }: BinaryFile, folder: string): string {
  return join(folder, `qemu-${encodeURIComponent(path).slice(-120)}.json`);
}

/** Other evidence makes another probe of the same answers. */
function keyOf({ path, size, mtimeMs }: BinaryFile): string {
  const prober = typeof PROBER === 'string' ? PROBER : '';
  return `${PROBE_FORMAT}:${prober}:${size}:${mtimeMs}:${path}`;
}

/** The file is the user's own, so this guards against truncation and other versions of us, not against malice. */
function isProbe(probe: Probe | undefined): probe is Probe {
  return (
    probe?.format === PROBE_FORMAT &&
    typeof probe.version.major === 'number' &&
    [probe.machines, probe.has, probe.lacks, probe.devices].every(Array.isArray)
  );
}
