import type { Property } from '../emitter/properties';

/** One option of a command line, whether it was written as JSON or between commas. */
export interface Argument {
  /** `-device`; empty for a word that belongs to none. */
  readonly option: string;
  /** In the order of the command line. A first value without a name has the one that QEMU gives it. */
  readonly properties: readonly Property[];
}

/** The value of a property; of one that is given twice, the last, as QEMU takes it. */
export function valueOf({ properties }: Argument, name: string): string | undefined {
  return properties.findLast((property) => property.name === name)?.value;
}

/** By what other options refer to it. */
export function idOf(argument: Argument): string | undefined {
  return valueOf(argument, 'id') ?? valueOf(argument, 'node-name');
}
