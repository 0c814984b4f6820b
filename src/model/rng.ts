import type { ChardevSource } from './chardev';
import type { DeviceBase } from './device-base';
import type { VirtioModel, VirtioOptions } from './virtio';

/** `<rng>`. */
export interface Rng extends DeviceBase {
  readonly kind: 'rng';
  readonly model: VirtioModel;
  /** bytes and period in milliseconds. */
  readonly rate?: { readonly bytes: number; readonly period?: number | undefined } | undefined;
  readonly backend:
    | { readonly type: 'random'; readonly path?: string | undefined }
    | { readonly type: 'egd'; readonly chardev: ChardevSource }
    | { readonly type: 'builtin' };
  readonly virtio: VirtioOptions;
}
