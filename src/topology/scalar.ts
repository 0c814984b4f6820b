import type { Value } from '../emitter/args';

/** A value as text; structures have none. */
export function scalar(value: Value): string | undefined {
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}
