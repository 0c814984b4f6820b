import type { Domain } from '../../model/domain';
import type { Place } from '../../model/place';

/** An option of `<qemu:commandline>` with the argument that follows it. */
export interface OwnOption {
  readonly at: Place;
  /** With one dash: -device. */
  readonly name: string;
  readonly value?: string | undefined;
  /** `key=value` pairs of the value; the first word without a key is under its own name, as QEMU's implied key. */
  readonly pairs: ReadonlyMap<string, string>;
  /** The value, where it is JSON. */
  readonly json?: Readonly<Record<string, unknown>> | undefined;
}

export function optionsOf({ qemu: { args } }: Domain): readonly OwnOption[] {
  return args.flatMap(({ at, value }, index): OwnOption[] => {
    if (!/^--?[a-z]/.test(value)) return [];
    const next = args[index + 1]?.value;
    const argument = next === undefined || /^--?[a-z]/.test(next) ? undefined : next;
    const json = argument === undefined ? undefined : jsonOf(argument);
    const pairs = json === undefined ? pairsOf(argument ?? '') : textsOf(json);
    return [{ at, name: value.replace(/^--/, '-'), value: argument, pairs, json }];
  });
}

/** A doubled comma is one of the value. */
function pairsOf(text: string): ReadonlyMap<string, string> {
  const words = text.replaceAll(',,', '\0').split(',');
  return new Map(
    words.map((word) => {
      const [key = '', ...rest] = word.replaceAll('\0', ',').split('=');
      return [key, rest.join('=')];
    }),
  );
}

function textsOf(json: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(json).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

function jsonOf(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
