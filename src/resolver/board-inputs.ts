import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import type { Input, InputType } from '../model/input';
import type { Context } from './context';
import { machineAt } from './implicit-controllers';
import { isX86 } from './machine-family';

/**
 * The mouse and keyboard that every x86 board has (libvirt src/qemu/qemu_domain.c, default input devices). No pass: they
 * leave no argument and no other device needs them.
 */
export function boardInputs(guest: Domain, { qemu }: Context): readonly Input[] {
  if (!isX86(guest.os.arch ?? qemu.arch) || guest.features.ps2 === false) return [];
  const has = (type: InputType) =>
    devicesOf(guest, 'input').some((input) => input.type === type && input.bus === 'ps2');
  return (['mouse', 'keyboard'] as const)
    .filter((type) => !has(type))
    .map((type) => ({ kind: 'input', at: machineAt(guest), implicit: true, type, bus: 'ps2', virtio: {} }));
}
