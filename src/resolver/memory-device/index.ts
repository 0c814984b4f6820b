import type { KindResolver } from '../kind';
import { planMemoryDevice } from './plan';
import { validateMemoryDevice } from './validate';

export const memoryDevice: KindResolver<'memory'> = {
  // what the guest writes must reach the file
  defaults: (device) =>
    device.model === 'virtio-pmem' && device.access === undefined ? { ...device, access: 'shared' } : device,
  validate: validateMemoryDevice,
  plan: planMemoryDevice,
};
