import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** What cli.js exports. */
interface Cli {
  run(args: readonly string[]): Promise<number>;
  /** What a thread does, until it is ended. */
  serve(): Promise<void>;
}

const BUNDLE = join(__dirname, 'cli.js');
const CACHE = join(__dirname, 'cli.cache');

/** How node:module wraps a CommonJS file. */
const wrap = (source: string) =>
  `(function (exports, require, module, __filename, __dirname) { ${source}\n})`;

/** Which V8 a cache is for; another one must not even look at it. */
const HEADER = Buffer.from(`${process.version} ${process.arch} `);

/**
 * Loads the bundle with V8's code cache beside it, which spares compiling 600 KB at every start. A cache that is missing,
 * damaged, or from another Node is left alone, and the bundle compiled as usual.
 */
export function load(): Cli {
  return execute(
    new Script(wrap(readFileSync(BUNDLE, 'latin1')), { filename: BUNDLE, cachedData: readCache() }),
  );
}

/** Writes the cache after a run, so that it holds the functions that a run needs. Called by the build. */
export async function writeCache(args: readonly string[]): Promise<void> {
  const script = new Script(wrap(readFileSync(BUNDLE, 'latin1')), { filename: BUNDLE });
  await execute(script).run(args);
  const code = script.createCachedData();
  writeFileSync(CACHE, Buffer.concat([HEADER, code, code]));
}

function execute(script: Script): Cli {
  const module = { exports: {} };
  const body = script.runInThisContext() as (...args: unknown[]) => void;
  body(module.exports, createRequire(BUNDLE), module, BUNDLE, dirname(BUNDLE));
  return module.exports as Cli;
}

/**
 * V8 trusts what it is given: a byte changed on disk would crash the process. The code stands there twice, since comparing
 * two copies takes a tenth of a millisecond, and the checksums of Node 5 to 10.
 */
function readCache(): Buffer | undefined {
  try {
    const file = readFileSync(CACHE);
    const middle = (file.length + HEADER.length) / 2;
    const code = file.subarray(HEADER.length, middle);
    const whole = file.subarray(0, HEADER.length).equals(HEADER) && file.subarray(middle).equals(code);
    return whole && code.length > 0 ? code : undefined;
  } catch {
    return undefined;
  }
}
