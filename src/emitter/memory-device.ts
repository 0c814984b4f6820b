import type { PlannedMemoryDevice } from '../model/plan/memory-device';
import { device as deviceArg, type Arg } from './args';
import { memoryBackend } from './memory';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

export function emitMemoryDevice({ device, backend, front, id, slot }: PlannedMemoryDevice): Arg[] {
  if (front === undefined) return memoryBackend(backend);
  return [
    ...memoryBackend(backend),
    deviceArg({
      driver: front.driver,
      ...virtioProperties(device.virtio),
      node: front.node,
      'label-size': front.labelSize,
      'block-size': front.blockSize,
      'requested-size': front.requestedSize,
      uuid: front.uuid,
      unarmed: front.unarmed,
      memdev: backend.id,
      prealloc: front.prealloc,
      memaddr: front.memaddr,
      'dynamic-memslots': front.dynamicMemslots,
      id,
      ...slotProperties(slot),
    }),
  ];
}
