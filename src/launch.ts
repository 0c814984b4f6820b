import { closeSync, fstatSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** How node:module wraps a CommonJS file, as the build has it in the bundles where each start counts. */
const WRAPPER = '(function (exports, require, module, __filename, __dirname';
export const wrap = (source: string) => (source.startsWith(WRAPPER) ? source : `${WRAPPER}) { ${source}\n})`);

/** Which V8 a cache is for; another one must not even look at it. */
export const HEADER = Buffer.from(`${process.version} ${process.arch} `);

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
  const path = join(__dirname, 'seldom.js');
  withFile(path, (file) => readSync(file, memory, 0, memory.length, start));
  return new Script(memory.toString('latin1'), { filename: path }).runInThisContext();
}

/** Writes the cache of a bundle after runs, so that it holds the functions that runs need. Called by the build. */
export async function writeCache(bundle: Bundle, runs: readonly (readonly string[])[]): Promise<void> {
  const cli = load(bundle === 'cli' ? undefined : runs[0]);
  for (const args of runs) await cli.run(args);
  const code = scripts.get(bundle)?.createCachedData();
  if (code === undefined) throw new Error(`no run loads the bundle ${bundle}`);
  writeFileSync(cacheOf(bundle), Buffer.concat([HEADER, code, code]));
}

const fileOf = (bundle: Bundle) => join(__dirname, `${bundle}.js`);
const cacheOf = (bundle: Bundle) => join(__dirname, `${bundle}.cache`);

/** Those that were loaded. */
const scripts = new Map<Bundle, Script>();

function scriptOf(bundle: Bundle): Script {
  const [file, cache] = [fileOf(bundle), cacheOf(bundle)];
  // The same memory for one file after the other: to touch a page for the first time costs more than to read into it.
  const memory = Buffer.allocUnsafeSlow(Math.max(sizeOf(file) ?? 0, sizeOf(cache) ?? 0));
  const source = wrap(textOf(file, memory));
  const script = new Script(source, { filename: file, cachedData: readCache(cache, memory) });
  scripts.set(bundle, script);
  return script;
}

export function execute(bundle: Bundle, script: Script): object {
  const module = { exports: {} };
  const body = script.runInThisContext() as (...args: unknown[]) => void;
  const file = fileOf(bundle);
  // What stands beside the bundle stands beside this file.
  body(module.exports, require, module, file, dirname(file));
  return module.exports;
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size;

function textOf(path: string, memory: Buffer): string {
  return withFile(path, (file) => memory.toString('latin1', 0, readSync(file, memory, 0, memory.length, 0)));
}

function withFile<T>(path: string, use: (file: number) => T): T {
  const file = openSync(path, 'r');
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

function readCache(path: string, memory: Buffer): Buffer | undefined {
  try {
    return withFile(path, (file) => readTwice(file, memory));
  } catch {
    return undefined;
  }
}

/**
 * V8 trusts what it is given: a byte changed on disk would crash the process. The code stands there twice, since comparing
 * two copies takes a tenth of a millisecond, and the checksums of Node 5 to 10.
 */
function readTwice(file: number, memory: Buffer): Buffer | undefined {
  const size = (fstatSync(file).size - HEADER.length) / 2;
  if (!(size > 0 && size < memory.length) || !Number.isInteger(size)) return undefined;
  if (readSync(file, memory, 0, HEADER.length, 0) !== HEADER.length) return undefined;
  if (memory.compare(HEADER, 0, HEADER.length, 0, HEADER.length) !== 0) return undefined;
  const code = memory.subarray(0, size);
  if (readSync(file, code, 0, size, HEADER.length) !== size) return undefined;
  // The second copy a piece at a time, behind the first.
  const piece = memory.subarray(size, size + PIECE);
  for (let at = 0; at < size; at += piece.length) {
    const length = Math.min(piece.length, size - at);
    if (readSync(file, piece, 0, length, HEADER.length + size + at) !== length) return undefined;
    if (piece.compare(code, at, at + length, 0, length) !== 0) return undefined;
  }
  return code;
}

const PIECE = 64 * 1024;
