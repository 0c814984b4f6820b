import { CONVERSION_OPTIONS } from '../conversion-options';
import type { ConversionValues } from '../conversion-values';

/** `--to-profile` and its like, as commander names them: toProfile. */
export type SecondValues = Readonly<Record<string, unknown>>;

/** The options of the second side that were given, by their names on the first. */
export function givenForSecond(options: SecondValues): Partial<ConversionValues> {
  const given = CONVERSION_OPTIONS.flatMap(({ name }) => {
    const value = options[`to${name.charAt(0).toUpperCase()}${name.slice(1)}`];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

/** What the second side is converted with: as the first, but for what it was given. A QEMU that is asked has its own version. */
export function secondValues(first: ConversionValues, given: Partial<ConversionValues>): ConversionValues {
  const { qemuVersion, qemu, ...rest } = first;
  const asked = given.qemu === undefined && given.qemuVersion === undefined ? { qemuVersion, qemu } : {};
  const values: ConversionValues = { ...rest, ...defined(asked), ...given };
  return values;
}

function defined<T extends object>(values: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<{
    [K in keyof T]: Exclude<T[K], undefined>;
  }>;
}
