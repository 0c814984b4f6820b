import { join } from 'node:path';

/**
 * The program of a thread, as text: the bundle as the main thread has it, by its code cache, and `serve()` of it. The one
 * place that knows where the bundle is.
 */
export function workerSource(): string {
  return `require(${JSON.stringify(join(__dirname, 'launch.js'))}).load().serve();`;
}
