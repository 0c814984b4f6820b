import type { DeviceBase } from './device-base';
import type { VirtioOptions } from './virtio';

export const VIDEO_MODELS = [
  'vga',
  'cirrus',
  'vmvga',
  'xen',
  'vbox',
  'virtio',
  'qxl',
  'parallels',
  'gop',
  'none',
  'bochs',
  'ramfb',
  'default',
] as const;
export type VideoModel = (typeof VIDEO_MODELS)[number];

/** `<model device=>`: the virtio device that libvirt 12.5 and later chose, so that a guest keeps it. */
export const VIRTIO_FRONTENDS = [
  'virtio-vga',
  'virtio-vga-gl',
  'virtio-gpu',
  'virtio-gpu-gl',
  'vhost-user-vga',
  'vhost-user-gpu',
] as const;
export type VirtioFrontend = (typeof VIRTIO_FRONTENDS)[number];

/** `<video>`; memory sizes in KiB as written. */
export interface Video extends DeviceBase {
  readonly kind: 'video';
  readonly model?: VideoModel | undefined;
  readonly frontend?: VirtioFrontend | undefined;
  readonly heads?: number | undefined;
  readonly ram?: number | undefined;
  readonly vram?: number | undefined;
  readonly vram64?: number | undefined;
  readonly vgamem?: number | undefined;
  readonly primary?: boolean | undefined;
  readonly blob?: boolean | undefined;
  readonly edid?: boolean | undefined;
  readonly accel3d?: boolean | undefined;
  readonly accel2d?: boolean | undefined;
  readonly rendernode?: string | undefined;
  readonly resolution?: { readonly x: number; readonly y: number } | undefined;
  /** `<driver name=>`: qemu or vhostuser. */
  readonly backend?: 'qemu' | 'vhostuser' | undefined;
  readonly virtio: VirtioOptions;
}
