import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { isConversion } from './cli/command/names';

/** What a bundle of the command line exports. */
export interface Cli {
  run(args: readonly string[]): Promise<number>;
  /** What a thread does, until it is ended. */
  serve(): Promise<void>;
}

/** `convert` can do no more than a conversion, and is there at once; `cli` has everything. */
type Bundle = 'convert' | 'cli';

/** Bytes at the start of a cache: `v20.20.2 x64 LENGTH/SIZE`, those of its bundle and of the code behind, which is there twice. */
export const HEAD = 64;

/** What the start of a cache says; undefined where it is for another V8, which must not even look at it. */
export function readHead(head: string): { readonly length: number; readonly size: number } | undefined {
  const [version, arch, sizes = ''] = head.split(' ');
  const [length = 0, size = 0] = sizes.split('/').map(Number);
  return version === process.version && arch === process.arch && length > 0 && size > 0
    ? { length, size }
    : undefined;
}

/**
 * Loads the bundle that these arguments need with V8's code cache beside it, which spares compiling it at every start. A
 * cache that is missing, damaged, or from another Node is left alone, and the bundle compiled as usual.
 */
export function load(args?: readonly string[]): Cli {
  const bundle = args !== undefined && isConversion(args) ? 'convert' : 'cli';
  return execute(bundle, scriptOf(bundle)) as Cli;
}

/** A piece of what the bundle `convert` rarely needs: a function of what they share (scripts/build/groups.mjs). */
export function loadSeldom(start: number, end: number): unknown {
  const memory = Buffer.allocUnsafeSlow(end - start);
  const path = `${__dirname}/seldom.js`;
  withFile(path, (file) => readSync(file, memory, 0, memory.length, start));
  return new Script(memory.toString(), { filename: path }).runInThisContext();
}

/** Writes the cache of a bundle after runs, so that it holds the functions that runs need. Called by the build. */
export async function writeCache(bundle: Bundle, runs: readonly (readonly string[])[]): Promise<void> {
  const cli = load(bundle === 'cli' ? undefined : runs[0]);
  for (const args of runs) await cli.run(args);
  const code = scripts.get(bundle)?.createCachedData();
  if (code === undefined) throw new Error(`no run loads the bundle ${bundle}`);
  const { size } = statSync(fileOf(bundle));
  const head = `${process.version} ${process.arch} ${size}/${code.length} `.padEnd(HEAD);
  writeFileSync(cacheOf(bundle), Buffer.concat([Buffer.from(head), code, code]));
}

const fileOf = (bundle: Bundle) => `${__dirname}/${bundle}.js`;
const cacheOf = (bundle: Bundle) => `${__dirname}/${bundle}.cache`;

/** Those that were loaded. */
const scripts = new Map<Bundle, Script>();

function scriptOf(bundle: Bundle): Script {
  const filename = fileOf(bundle);
  const { source, code } = readBoth(bundle) ?? { source: readFileSync(filename, 'utf8'), code: undefined };
  const script = new Script(source, { filename, ...(code && { cachedData: code }) });
  scripts.set(bundle, script);
  return script;
}

export function execute(bundle: Bundle, script: Script): object {
  const module = { exports: {} };
  const body = script.runInThisContext() as (...args: unknown[]) => void;
  // What stands beside the bundle stands beside this file.
  body(module.exports, require, module, fileOf(bundle), __dirname);
  return module.exports;
}

function withFile<T>(path: string, use: (file: number) => T): T {
  const file = openSync(path, 'r');
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

/** A bundle, in ASCII, and the cache beside it; undefined where there is none that is whole, and for this Node. */
function readBoth(bundle: Bundle): { source: string; code: Buffer | undefined } | undefined {
  try {
    return withFile(cacheOf(bundle), (cache) => {
      const head = Buffer.allocUnsafeSlow(HEAD);
      readSync(cache, head, 0, HEAD, 0);
      const sizes = readHead(head.toString());
      return sizes && readWith(cache, sizes, bundle);
    });
  } catch {
    return undefined;
  }
}

function readWith(cache: number, { length, size }: { length: number; size: number }, bundle: Bundle) {
  // The same memory for one file after the other: to touch a page for the first time costs more than to read into it.
  const memory = Buffer.allocUnsafeSlow(Math.max(length + 1, size + PIECE));
  const read = withFile(fileOf(bundle), (file) => readSync(file, memory, 0, memory.length, 0));
  if (read !== length) return undefined;
  const source = memory.subarray(0, length).toString();
  return { source, code: readTwice(cache, memory, size) };
}

/**
 * V8 trusts what it is given: a byte changed on disk would crash the process. The code stands there twice, since comparing
 * two copies takes a tenth of a millisecond, and what computes a checksum in Node takes five to ten to load.
 */
function readTwice(cache: number, memory: Buffer, size: number): Buffer | undefined {
  const code = memory.subarray(0, size);
  if (readSync(cache, code, 0, size, HEAD) !== size) return undefined;
  // The second copy a piece at a time, behind the first.
  for (let at = 0; at < size; at += PIECE) {
    const length = Math.min(PIECE, size - at);
    const piece = memory.subarray(size, size + length);
    if (readSync(cache, piece, 0, length, HEAD + size + at) !== length) return undefined;
    if (!piece.equals(memory.subarray(at, at + length))) return undefined;
  }
  return code;
}

const PIECE = 64 * 1024;
