import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const inputBusInvalid = (at: Place, type: string, bus: string, buses: readonly string[]) =>
  error('input-bus', at, `a ${type} input device cannot be on the bus '${bus}'`, {
    help: `use one of: ${buses.join(', ')}`,
  });

export const inputVariant = (at: Place, type: string, model: string) =>
  error('input-variant', at, `QEMU has no ${model} ${type}`, { help: "use model='virtio'" });

export const ps2Disabled = (at: Place) =>
  error('input-ps2-disabled', at, 'a PS/2 input device needs the PS/2 controller, which is switched off', {
    help: "remove <ps2 state='off'/> from <features>, or use bus='usb'",
  });
