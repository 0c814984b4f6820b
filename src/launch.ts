import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** What cli.js exports. */
interface Cli {
  run(args: readonly string[]): Promise<number>;
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
    new Script(wrap(readFileSync(BUNDLE, 'utf8')), { filename: BUNDLE, cachedData: readCache() }),
  );
}

/** Writes the cache after a run, so that it holds the functions that a run needs. Called by the build. */
export async function writeCache(args: readonly string[]): Promise<void> {
  // Node 20.15 brought crc32; before it there is no cache.
  if (typeof crc32 !== 'function') return;
  const script = new Script(wrap(readFileSync(BUNDLE, 'utf8')), { filename: BUNDLE });
  await execute(script).run(args);
  const code = script.createCachedData();
  writeFileSync(CACHE, Buffer.concat([HEADER, checksum(code), code]));
}

function execute(script: Script): Cli {
  const module = { exports: {} };
  const body = script.runInThisContext() as (...args: unknown[]) => void;
  body(module.exports, createRequire(BUNDLE), module, BUNDLE, dirname(BUNDLE));
  return module.exports as Cli;
}

/** V8 trusts what it is given: a byte changed on disk would crash the process, so the checksum is ours. */
function readCache(): Buffer | undefined {
  try {
    const file = readFileSync(CACHE);
    const start = HEADER.length + 4;
    const code = file.subarray(start);
    const whole =
      file.subarray(0, HEADER.length).equals(HEADER) &&
      file.subarray(HEADER.length, start).equals(checksum(code));
    return whole ? code : undefined;
  } catch {
    return undefined;
  }
}

function checksum(code: Buffer): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(code));
  return bytes;
}
