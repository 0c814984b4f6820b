import { setFlagsFromString } from 'node:v8';

/**
 * V8's profiler counts bytes of code before it has a function optimized; this is about ten times its own figure. Guests
 * differ, so what was optimized for the first hundreds is thrown away again and again: a third of the time of a batch.
 */
const PATIENCE = 700_000;

/** For a run over many guests: optimize what has been seen with all kinds of them. Of the whole process, threads included. */
export function optimizeLater(): void {
  setFlagsFromString(`--interrupt-budget=${PATIENCE}`);
}
