import type { Paint } from '../../diagnostics/paint';
import { paintFor, type ColorChoice } from '../color';
import { onTerminal } from '../terminal';
import { writeError } from '../streams';
import { progressLine, type Progress } from './progress';

/** A line at the bottom of a terminal that says how far a run is. */
export interface Bar {
  /** Draws it anew, at most ten times a second. */
  readonly show: (progress: Progress) => void;
  /** Takes it away, so that something else can be written. */
  readonly clear: () => void;
  /** Columns of the terminal, as they are now. */
  readonly width: () => number;
}

/** In seconds. Who is done before that needs no bar. */
const BETWEEN = 0.1;

const ERASE_REST = '\u001b[K';

/** The bar of standard error; none in a pipe, a file, or a terminal that cannot go back on a line. */
export async function barFor(color: ColorChoice = 'auto', env = process.env): Promise<Bar | undefined> {
  if (env['TERM'] === 'dumb' || !(await onTerminal(2))) return undefined;
  return barOn(writeError, terminalWidth, await paintFor(color));
}

export function barOn(write: (text: string) => void, width: () => number, paint: Paint): Bar {
  let drawn = 0;
  let shown = false;
  let late: NodeJS.Timeout | undefined;
  const draw = (progress: Progress) => {
    clearTimeout(late);
    late = undefined;
    drawn = progress.seconds;
    shown = true;
    write(`\r${progressLine(progress, width(), paint)}${ERASE_REST}`);
  };
  return {
    show: (progress) => {
      clearTimeout(late);
      // What comes too soon is drawn later, unless something newer is: nothing may follow it for long.
      if (progress.seconds - drawn < BETWEEN) late = setTimeout(draw, 1000 * BETWEEN, progress).unref();
      else draw(progress);
    },
    clear: () => {
      clearTimeout(late);
      if (shown) write(`\r${ERASE_REST}`);
      shown = false;
    },
    width,
  };
}

/** A terminal changes its size, and some do not know it. */
function terminalWidth(): number {
  return process.stderr.getWindowSize()[0] || 80;
}
