import { devicesOf, type Device } from '../model/device';
import type { Domain } from '../model/domain';
import type { Input, InputType } from '../model/input';
import type { Panic } from '../model/panic';
import type { Context } from './context';
import { machineAt } from './implicit-controllers';
import { isX86, machineFamily } from './machine-family';

/**
 * What a board has in any case, as libvirt shows it (src/qemu/qemu_domain.c, default devices). No pass: it leaves no
 * argument, and no other device needs it.
 */
export function boardDevices(guest: Domain, context: Context): readonly Device[] {
  return [...inputs(guest, context), ...panics(guest, context)];
}

/** The mouse and keyboard of every x86 machine. */
function inputs(guest: Domain, { qemu }: Context): Input[] {
  if (!isX86(guest.os.arch ?? qemu.arch) || guest.features.ps2 === false) return [];
  const has = (type: InputType) =>
    devicesOf(guest, 'input').some((input) => input.type === type && input.bus === 'ps2');
  return (['mouse', 'keyboard'] as const)
    .filter((type) => !has(type))
    .map((type) => ({ kind: 'input', at: machineAt(guest), implicit: true, type, bus: 'ps2', virtio: {} }));
}

/** Where the machine itself hears that its guest crashed. */
function panics(guest: Domain, context: Context): Panic[] {
  const family = machineFamily(guest, context);
  const model = family === 's390' || family === 'pseries' ? family : undefined;
  if (model === undefined || devicesOf(guest, 'panic').some((panic) => panic.model === model)) return [];
  return [{ kind: 'panic', at: machineAt(guest), implicit: true, model }];
}
