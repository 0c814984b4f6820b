import type { DeviceBase } from './device-base';
import type { VirtioModel, VirtioOptions } from './virtio';

/** `<vsock>`: sockets between guest and host. */
export interface Vsock extends DeviceBase {
  readonly kind: 'vsock';
  readonly model: VirtioModel;
  /** The guest's address, from 3. */
  readonly cid?: number | undefined;
  /** Take any that is free. */
  readonly auto?: boolean | undefined;
  readonly virtio: VirtioOptions;
}
