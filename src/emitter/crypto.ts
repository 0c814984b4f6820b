import type { PlannedCrypto } from '../model/plan/crypto';
import { device as deviceArg, object, type Arg } from './args';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

export function emitCrypto({ device, driver, legacy, backend, id, slot }: PlannedCrypto): Arg[] {
  return [
    // no queues are QEMU's default
    object({ 'qom-type': backend.type, id: backend.id, queues: device.backend.queues || undefined }),
    deviceArg({
      driver,
      ...virtioProperties(device.virtio, legacy),
      cryptodev: backend.id,
      id,
      ...slotProperties(slot),
    }),
  ];
}
