import { join } from 'node:path';

/**
 * The program of a thread, as text: the bundle as the main thread has it, by its code cache, and `serve()` of it. The one
 * place that knows where the bundle is.
 */
export function workerSource(): string {
  return standalone()
    ? IN_EXECUTABLE
    : `require(${JSON.stringify(join(__dirname, 'loader.js'))}).load().then((cli) => cli.serve());`;
}

/** Older Nodes have no such module, nor are they ever inside of an executable of ours. */
const standalone = () => 'getBuiltinModule' in process && process.getBuiltinModule('node:sea').isSea();

/** There is no file to require: what starts the main thread lies in the executable, too (src/standalone.ts). */
const IN_EXECUTABLE = `
const module_ = { exports: {} };
const source = Buffer.from(require('node:sea').getRawAsset('standalone.js')).toString('latin1');
new Function('require', 'module', 'exports', '__dirname', source)(require, module_, module_.exports, '/');
module_.exports.load().serve();`;
