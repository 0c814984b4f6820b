import { getRawAsset } from 'node:sea';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { execute, HEAD, type Cli } from '.';

/** What the executable holds beside Node: see scripts/standalone.mjs. */
const asset = (name: string) => Buffer.from(getRawAsset(name) as ArrayBuffer);

/** As the loader of an installed package does it, out of the executable itself, and always the bundle that needs no file beside it. */
export function load(): Cli {
  const cache = asset('cli.cache');
  const code = cache.subarray(HEAD, (HEAD + cache.length) / 2);
  const source = asset('cli.js').toString();
  return execute('cli', new Script(source, { filename: 'cli.js', cachedData: code })) as Cli;
}

// A thread loads this file, too, and calls `serve` itself.
if (isMainThread)
  void load()
    .run(process.argv.slice(2))
    .then((status) => {
      // All is written: what is left is to give back memory, which the system does quicker.
      process.exit(status);
    });
