import type { DeviceOverride } from '../model/qemu-namespace';
import { device, type Arg, type Properties, type Value } from './args';

/** The devices with the properties that the user sets by id: replaced in place, added at the end, or taken away. */
export function overridden(args: readonly Arg[], overrides: readonly DeviceOverride[]): readonly Arg[] {
  if (overrides.length === 0) return args;
  return args.map((arg) => {
    const wanted = arg.form === 'device' ? overrides.filter(({ alias }) => alias === arg.value['id']) : [];
    return arg.form === 'device' && wanted.length > 0 ? changed(arg.value, wanted) : arg;
  });
}

function changed(properties: Properties, overrides: readonly DeviceOverride[]): Arg {
  const result = new Map<string, Value>(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  );
  for (const { name, value } of overrides.flatMap((override) => override.properties))
    if (value === undefined) result.delete(name);
    else result.set(name, value);
  const { driver, ...rest } = Object.fromEntries(result);
  return device({ driver: typeof driver === 'string' ? driver : '', ...rest });
}
