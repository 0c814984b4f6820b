import type { PlannedRng } from '../model/plan/rng';
import { device as deviceArg, object, type Arg } from './args';
import { emitChardev } from './chardev';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

export function emitRng({ device, driver, legacy, id, slot, objectId, backend }: PlannedRng): Arg[] {
  const egd = backend.type === 'rng-egd' ? backend.chardev : undefined;
  return [
    ...(egd ? emitChardev(egd) : []),
    object({
      'qom-type': backend.type,
      id: objectId,
      filename: backend.type === 'rng-random' ? backend.filename : undefined,
      chardev: egd?.id,
    }),
    deviceArg({
      driver,
      ...virtioProperties(device.virtio, legacy),
      rng: objectId,
      id,
      'max-bytes': device.rate?.bytes,
      period: device.rate && (device.rate.period ?? 1000),
      ...slotProperties(slot),
    }),
  ];
}
