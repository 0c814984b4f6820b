import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { LaunchPlan } from '../../model/plan';

/** The X server of a window of QEMU's own, which SDL reads of the environment (libvirt src/qemu/qemu_command.c). */
export function displayVariables(guest: Domain): LaunchPlan['environment'] {
  return devicesOf(guest, 'graphics').flatMap((device) =>
    device.type === 'sdl'
      ? [
          ...(device.xauth === undefined ? [] : [{ name: 'XAUTHORITY', value: device.xauth }]),
          ...(device.display === undefined ? [] : [{ name: 'DISPLAY', value: device.display }]),
        ]
      : [],
  );
}
