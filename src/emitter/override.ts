import type { DeviceOverride } from '../model/qemu-namespace';
import type { Emitted } from './emitted';
import { device, type Arg, type Properties, type Value } from './args';

/** The devices with the properties that the user sets by id: replaced in place, added at the end, or taken away. */
export function overridden(
  emitted: readonly Emitted[],
  overrides: readonly DeviceOverride[],
): readonly Emitted[] {
  if (overrides.length === 0) return emitted;
  return emitted.map((one) => {
    const { arg, subject } = one;
    const wanted = arg.form === 'device' ? overrides.filter(({ alias }) => alias === arg.value['id']) : [];
    return arg.form === 'device' && wanted.length > 0 ? { arg: changed(arg.value, wanted), subject } : one;
  });
}

function changed(properties: Properties, overrides: readonly DeviceOverride[]): Arg {
  const result = new Map<string, Value>(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  );
  for (const { name, value } of overrides.flatMap((override) => override.properties))
    if (value === undefined) result.delete(name);
    else result.set(name, typeof value === 'object' ? BigInt(value.whole) : value);
  const { driver, ...rest } = Object.fromEntries(result);
  return device({ driver: typeof driver === 'string' ? driver : '', ...rest });
}
