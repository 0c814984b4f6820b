import type { DeviceBase } from './device-base';
import type { VirtioOptions } from './virtio';

/** `<crypto>`: a device that encrypts for the guest. */
export interface Crypto extends DeviceBase {
  readonly kind: 'crypto';
  readonly model: 'virtio';
  /** QEMU's own ciphers, or those of the Linux kernel. */
  readonly backend: { readonly model: 'builtin' | 'lkcf'; readonly queues?: number | undefined };
  readonly virtio: VirtioOptions;
}
