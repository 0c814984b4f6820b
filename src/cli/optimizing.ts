import { setFlagsFromString } from 'node:v8';

/**
 * V8's profiler counts bytes of code before it has a function optimized; this is three times its own figure. Guests
 * differ, so what was optimized for the first hundreds is thrown away again and again: a third of the time of a batch of
 * a few thousand; a longer one takes the same time either way.
 */
const PATIENCE = 200_000;

/**
 * How many bytes of other functions one may take in; V8's own figure is 920. The code of a guest's way is wide and not
 * deep: half of the time that V8 spends on optimizing goes into copies, a sixth of what a batch on two threads takes.
 */
const INLINED = 250;

/**
 * How much more than what is in use the heap may hold before it is swept, in percent; V8's own figure is up to 300.
 * 100,000 guests take 165 MB with that and 125 MB with this, and no more time: what is in use is a dozen megabytes.
 */
const GROWTH = 20;

/** For a run over many guests: optimize what has been seen with all kinds of them. Of the whole process, threads included. */
export function optimizeLater(): void {
  if (hasBudget()) setFlagsFromString(`--interrupt-budget=${PATIENCE}`);
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED}`);
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}

/** V8 of Node.js 22 counts calls in its place, and would say on standard error that it knows no such flag. */
function hasBudget(): boolean {
  return Number.parseInt(process.versions.v8, 10) < 12;
}
