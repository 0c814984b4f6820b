import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { asksVersion, isConversion } from '../command/names';

/** Which build this is; esbuild puts it in (build.mjs). */
declare const BUILD: string;

/** What a bundle of the command line exports. */
export interface Cli {
  run(args: readonly string[]): Promise<number>;
  /** What a thread does, until it is ended. */
  serve(): Promise<void>;
}

/** `convert` can do no more than a conversion and tell the version, and is there at once; `cli` has everything. */
type Bundle = 'convert' | 'cli';

/** Bytes at the start of a cache: MAKER and `LENGTH/SIZE`, those of its bundle and of the code behind, which is there twice. */
export const HEAD = 1024;

/** The build of ours and all that this Node is made of: the cache of another must not even be looked at. */
const MAKER = [BUILD, process.arch, ...Object.values(process.versions)].join(' ');

function readHead(head: string): { readonly length: number; readonly size: number } | undefined {
  if (!head.startsWith(`${MAKER} `)) return undefined;
  const [length = 0, size = 0] = head.slice(MAKER.length).split('/').map(Number);
  return length > 0 && size > 0 ? { length, size } : undefined;
}

/**
 * Loads the bundle that these arguments need with V8's code cache beside it, which spares compiling it at every start. A
 * cache that is missing, damaged, or from another Node is left alone: this user's own serves then, if there is one
 * (kept-code.ts), or the bundle is compiled as usual.
 */
export async function load(args?: readonly string[]): Promise<Cli> {
  const isFew = args !== undefined && (isConversion(args) || asksVersion(args));
  const bundle = isFew ? 'convert' : 'cli';
  return execute(bundle, await scriptOf(bundle)) as Cli;
}

/** A piece of what the bundle `convert` rarely needs: a function of what they share (scripts/build/groups.mjs). */
export function loadSeldom(start: number, end: number): unknown {
  const memory = Buffer.allocUnsafeSlow(end - start);
  const path = `${__dirname}/seldom.js`;
  withFile(openSync(path, 'r'), (file) => readSync(file, memory, 0, memory.length, start));
  return new Script(memory.toString(), { filename: path }).runInThisContext();
}

/** Writes the cache of a bundle after runs, so that it holds the functions that runs need. Called by the build. */
export async function writeCache(bundle: Bundle, runs: readonly (readonly string[])[]): Promise<void> {
  const cli = await load(bundle === 'cli' ? undefined : runs[0]);
  for (const args of runs) await cli.run(args);
  const script = scripts.get(bundle);
  if (script === undefined) throw new Error(`no run loads the bundle ${bundle}`);
  writeFileSync(cacheOf(bundle), cacheOfScript(bundle, script));
}

/** Where no cache served, this user's next start has what this one compiled. Called when all is done. */
export async function keepCode(): Promise<void> {
  if (uncached.size === 0) return;
  const { keep } = await import('./kept-code');
  for (const [bundle, script] of uncached) keep(bundle, () => cacheOfScript(bundle, script));
}

function cacheOfScript(bundle: Bundle, script: Script): Buffer {
  const code = script.createCachedData();
  const head = `${MAKER} ${statSync(fileOf(bundle)).size}/${code.length}`.padEnd(HEAD);
  return Buffer.concat([Buffer.from(head), code, code]);
}

const fileOf = (bundle: Bundle) => `${__dirname}/${bundle}.js`;
const cacheOf = (bundle: Bundle) => `${__dirname}/${bundle}.cache`;

/** Those that were loaded, and those of them for which there was no cache. */
const scripts = new Map<Bundle, Script>();
const uncached = new Map<Bundle, Script>();

async function scriptOf(bundle: Bundle): Promise<Script> {
  const filename = fileOf(bundle);
  const shipped = readBoth(bundle, () => openSync(cacheOf(bundle), 'r'));
  const { source, ...cache } = shipped ??
    (await readKept(bundle)) ?? { source: readFileSync(filename, 'utf8') };
  const script = new Script(source, { filename, ...cache });
  scripts.set(bundle, script);
  // Undefined where there was none.
  if (shipped === undefined && script.cachedDataRejected !== false) uncached.set(bundle, script);
  return script;
}

async function readKept(bundle: Bundle): Promise<WithCode | undefined> {
  const { openKept } = await import('./kept-code');
  return readBoth(bundle, () => openKept(bundle));
}

export function execute(bundle: Bundle, script: Script): object {
  const module = { exports: {} };
  const body = script.runInThisContext() as (...args: unknown[]) => void;
  // What stands beside the bundle stands beside this file.
  body(module.exports, require, module, fileOf(bundle), __dirname);
  return module.exports;
}

interface WithCode {
  readonly source: string;
  readonly cachedData: Buffer;
}

/** A bundle, in ASCII, and a cache of it; undefined where that is not there, or for another Node. */
function readBoth(bundle: Bundle, open: () => number | undefined): WithCode | undefined {
  try {
    return withFile(open(), (cache) => {
      const head = Buffer.allocUnsafeSlow(HEAD);
      readSync(cache, head, 0, HEAD, 0);
      const sizes = readHead(head.toString());
      return sizes && readWith(cache, sizes, bundle);
    });
  } catch {
    return undefined;
  }
}

function withFile<T>(file: number | undefined, use: (file: number) => T): T | undefined {
  if (file === undefined) return undefined;
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

function readWith(cache: number, { length, size }: { length: number; size: number }, bundle: Bundle) {
  // The same memory for one file after the other: to touch a page for the first time costs more than to read into it.
  const memory = Buffer.allocUnsafeSlow(Math.max(length + 1, size + PIECE));
  const read = withFile(openSync(fileOf(bundle), 'r'), (file) => readSync(file, memory, 0, memory.length, 0));
  if (read !== length) return undefined;
  const source = memory.subarray(0, length).toString();
  const cachedData = readTwice(cache, memory, size);
  return cachedData && { source, cachedData };
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
