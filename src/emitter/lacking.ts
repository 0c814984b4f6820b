import type { Subject } from '../model/plan/part';
import type { DriverOption } from '../qemu/drivers';
import type { Qemu } from '../qemu/qemu';
import type { Arg } from './args';
import type { Emitted } from './emitted';

/** An argument that names what its QEMU is built without. */
export interface Lacking {
  readonly option: DriverOption;
  readonly name: string;
  readonly subject: Subject;
}

/** Each such name once, with what first asks for it. */
export function lackingDrivers(
  emitted: readonly Emitted[],
  { lacksDriver }: Qemu,
  except: readonly string[],
): readonly Lacking[] {
  if (lacksDriver === undefined) return [];
  const lacking = new Map<string, Lacking>();
  for (const { arg, subject } of emitted) {
    const named = driverIn(arg);
    if (named === undefined || except.includes(named.name)) continue;
    if (!lacksDriver(named.option, named.name)) continue;
    const key = `${named.option} ${named.name}`;
    if (!lacking.has(key)) lacking.set(key, { ...named, subject });
  }
  return [...lacking.values()];
}

/** The key of the word in each option (QEMU qapi/qdev.json, qom.json, net.json). */
const KEYS = { device: 'driver', object: 'qom-type', netdev: 'type' } as const;

function driverIn(arg: Arg): Omit<Lacking, 'subject'> | undefined {
  if (arg.form !== 'device' && arg.form !== 'object' && arg.form !== 'netdev') return undefined;
  const name = arg.value[KEYS[arg.form]];
  return typeof name === 'string' ? { option: arg.form, name } : undefined;
}
