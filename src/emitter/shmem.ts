import { onOff } from '../model/on-off';
import type { PlannedShmem } from '../model/plan/shmem';
import { device as deviceArg, object, type Arg, type Properties } from './args';
import { emitChardev } from './chardev';
import { slotProperties } from './slot';

/** libvirt has the server's socket behind the device; QEMU opens it before all the same. */
export function emitShmem({ device, back, id, slot }: PlannedShmem): Arg[] {
  return [
    ...(back.type === 'file'
      ? [
          object({
            'qom-type': 'memory-backend-file',
            id: back.id,
            'mem-path': back.path,
            size: back.size,
            share: true,
          }),
        ]
      : []),
    deviceArg({ driver: device.model, id, ...backProperties(device, back), ...slotProperties(slot) }),
    ...(back.type === 'server' ? emitChardev(back.chardev) : []),
  ];
}

function backProperties(
  { model, role, size, msi }: PlannedShmem['device'],
  back: PlannedShmem['back'],
): Properties {
  const legacy = model === 'ivshmem';
  return {
    size: legacy && size !== undefined ? `${size / 2 ** 20}m` : undefined,
    shm: back.type === 'name' ? back.name : undefined,
    memdev: back.type === 'file' ? back.id : undefined,
    chardev: back.type === 'server' ? back.chardev.id : undefined,
    master: back.type === 'file' && role !== undefined ? onOff(role === 'master') : undefined,
    msi: legacy && msi !== undefined ? true : undefined,
    vectors: msi?.vectors,
    ioeventfd: msi?.ioeventfd,
    role: legacy ? role : undefined,
  };
}
