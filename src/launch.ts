import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

/** How node:module wraps a CommonJS file, as the build has it in the bundle where each start counts. */
const WRAPPER = '(function (exports, require, module, __filename, __dirname) {';
export const wrap = (source: string) => (source.startsWith(WRAPPER) ? source : `${WRAPPER} ${source}\n})`);

/** Which V8 a cache is for; another one must not even look at it. */
export const HEADER = Buffer.from(`${process.version} ${process.arch} `);

/**
 * Loads the bundle that these arguments need with V8's code cache beside it, which spares compiling it at every start. A
 * cache that is missing, damaged, or from another Node is left alone, and the bundle compiled as usual.
 */
export function load(args?: readonly string[]): Cli {
  const bundle = args !== undefined && isConversion(args) ? 'convert' : 'cli';
  return execute(bundle, scriptOf(bundle, readCache(cacheOf(bundle))));
}

/** Writes a cache after a run, so that it holds the functions that a run needs. Called by the build. */
export async function writeCache(bundle: Bundle, args: readonly string[]): Promise<void> {
  const script = scriptOf(bundle);
  await execute(bundle, script).run(args);
  const code = script.createCachedData();
  writeFileSync(cacheOf(bundle), Buffer.concat([HEADER, code, code]));
}

const fileOf = (bundle: Bundle) => join(__dirname, `${bundle}.js`);
const cacheOf = (bundle: Bundle) => join(__dirname, `${bundle}.cache`);

function scriptOf(bundle: Bundle, cachedData?: Buffer): Script {
  const filename = fileOf(bundle);
  return new Script(wrap(readFileSync(filename, 'latin1')), { filename, cachedData });
}

export function execute(bundle: Bundle, script: Script): Cli {
  const module = { exports: {} };
  const body = script.runInThisContext() as (...args: unknown[]) => void;
  body(module.exports, createRequire(fileOf(bundle)), module, fileOf(bundle), dirname(fileOf(bundle)));
  return module.exports as Cli;
}

/**
 * V8 trusts what it is given: a byte changed on disk would crash the process. The code stands there twice, since comparing
 * two copies takes a tenth of a millisecond, and the checksums of Node 5 to 10.
 */
function readCache(path: string): Buffer | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      return readTwice(file);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

function readTwice(file: number): Buffer | undefined {
  const size = (fstatSync(file).size - HEADER.length) / 2;
  if (!(size > 0) || !Number.isInteger(size)) return undefined;
  const header = Buffer.alloc(HEADER.length);
  readSync(file, header, 0, HEADER.length, 0);
  if (!header.equals(HEADER)) return undefined;
  const code = Buffer.allocUnsafeSlow(size);
  if (readSync(file, code, 0, size, HEADER.length) !== size) return undefined;
  // A piece at a time: memory that nobody touched yet costs more than reading into it.
  const piece = Buffer.allocUnsafeSlow(PIECE);
  for (let at = 0; at < size; at += PIECE) {
    const length = Math.min(PIECE, size - at);
    if (readSync(file, piece, 0, length, HEADER.length + size + at) !== length) return undefined;
    if (piece.compare(code, at, at + length, 0, length) !== 0) return undefined;
  }
  return code;
}

const PIECE = 64 * 1024;
