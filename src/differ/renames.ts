import { idOf, type Argument } from './argument';
import { REFERENCES } from './notice/device';

/** What is called otherwise on the other side, by the name of this one. */
export type Renames = ReadonlyMap<string, string>;

export function renamesOf(pairs: readonly (readonly [Argument, Argument])[]): Renames {
  const renames = new Map<string, string>();
  for (const [from, to] of pairs) {
    const [before, after] = [idOf(from), idOf(to)];
    if (before !== undefined && after !== undefined && before !== after) renames.set(before, after);
  }
  return renames;
}

/** The value of a property on the other side, if it refers to something that is called otherwise there. */
export function followed(renames: Renames, name: string, value: string): string {
  if (!REFERENCES.has(name)) return value;
  const renamed = renames.get(value);
  if (renamed !== undefined) return renamed;
  // a bus is named after the device that carries it: scsi0.0
  const [, carrier = '', rest = ''] = /^(.*)(\.\d+)$/.exec(value) ?? [];
  const bus = renames.get(carrier);
  return bus === undefined ? value : `${bus}${rest}`;
}
