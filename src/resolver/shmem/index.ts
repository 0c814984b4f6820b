import type { PlannedShmem } from '../../model/plan/shmem';
import type { Shmem } from '../../model/shmem';
import type { Context } from '../context';
import type { KindResolver } from '../kind';
import { slotOf } from '../address/slot';
import { planServer } from './server';
import { validateShmem } from './validate';

const DEFAULT_SIZE = 4 << 20;

export const shmem: KindResolver<'shmem'> = {
  defaults: (device) => {
    const { model, server, msi, size } = device;
    return {
      ...device,
      size: size ?? (model === 'ivshmem-doorbell' ? undefined : DEFAULT_SIZE),
      // a doorbell is an interrupt: libvirt has it delivered without a detour through QEMU
      msi:
        server !== undefined && model !== 'ivshmem'
          ? { vectors: msi?.vectors, ioeventfd: msi?.ioeventfd ?? true }
          : msi,
    };
  },
  validate: validateShmem,
  plan: (device, guest, context) => ({
    kind: 'shmem',
    device,
    id: device.alias ?? '',
    slot: slotOf(device, guest, context),
    back: planBack(device, context),
  }),
};

/** POSIX shared memory is a file of this folder (shm_open(3)). */
const SHM = '/dev/shm';

function planBack(device: Shmem, context: Context): PlannedShmem['back'] {
  const { name, alias = '', model, size = DEFAULT_SIZE, server } = device;
  if (server !== undefined) return { type: 'server', chardev: planServer(device, server, context) };
  if (model === 'ivshmem') return { type: 'name', name };
  return { type: 'file', id: `shmmem-${alias}`, path: `${SHM}/${name}`, size };
}
