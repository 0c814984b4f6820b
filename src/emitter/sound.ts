import type { PlannedSound } from '../model/plan/sound';
import { device as deviceArg, type Arg } from './args';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

/** An HD audio controller has no sound of its own: its codecs play. */
export function emitSound({ device, driver, id, slot, audiodev, codecs }: PlannedSound): Arg[] {
  return [
    deviceArg({
      driver,
      ...(device.model === 'virtio' ? virtioProperties(device.virtio) : undefined),
      id,
      audiodev: codecs.length === 0 ? audiodev : undefined,
      multi: device.model === 'usb' ? device.multichannel : undefined,
      streams: device.model === 'virtio' ? device.streams : undefined,
      ...slotProperties(slot),
    }),
    ...codecs.map((codec, cad) =>
      deviceArg({ driver: `hda-${codec}`, id: `${id}-codec${cad}`, bus: `${id}.0`, cad, audiodev }),
    ),
  ];
}
