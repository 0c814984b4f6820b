import type { Paint } from '../../diagnostics/paint';

/** How far a run is. */
export interface Progress {
  readonly done: number;
  /** How many there will be, where that is known. */
  readonly total?: number | undefined;
  readonly errors: number;
  readonly seconds: number;
}

/** The least and the most that a bar is worth drawing with. */
const LEAST = 10;
const MOST = 40;

/**
 * `[########------------] 420/1000  4210/s  2 errors`, in less than `width` columns, so that no terminal wraps it. What
 * does not fit is left out: the bar first, then the words behind the count.
 */
export function progressLine(
  { done, total, errors, seconds }: Progress,
  width: number,
  paint: Paint,
): string {
  const count = total === undefined ? String(done) : `${done}/${total}`;
  const rate = seconds < 0.05 ? '' : `${Math.round(done / seconds)}/s`;
  const failed = errors === 0 ? '' : `${errors} error${errors === 1 ? '' : 's'}`;
  const whole = [count, rate, failed].filter((word) => word !== '').join('  ');
  if (whole.length >= width) return count.length < width ? count : '';
  const painted = failed === '' ? whole : whole.slice(0, -failed.length) + paint.error(failed);
  const room = Math.min(MOST, width - whole.length - '[] '.length - 1);
  if (total === undefined || room < LEAST) return painted;
  const filled = total === 0 ? room : Math.floor((room * Math.min(done, total)) / total);
  return `[${'#'.repeat(filled)}${'-'.repeat(room - filled)}] ${painted}`;
}
