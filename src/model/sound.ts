import type { DeviceBase } from './device-base';
import type { VirtioOptions } from './virtio';

export const SOUND_MODELS = [
  'sb16',
  'es1370',
  'pcspk',
  'ac97',
  'ich6',
  'ich7',
  'ich9',
  'usb',
  'virtio',
] as const;
export type SoundModel = (typeof SOUND_MODELS)[number];

export const CODECS = ['duplex', 'micro', 'output'] as const;
export type Codec = (typeof CODECS)[number];

/** `<sound>`. */
export interface Sound extends DeviceBase {
  readonly kind: 'sound';
  readonly model: SoundModel;
  /** usb. */
  readonly multichannel?: boolean | undefined;
  /** virtio. */
  readonly streams?: number | undefined;
  readonly codecs: readonly Codec[];
  /** `<audio id=>`: the back end; undefined: the first. */
  readonly audioId?: number | undefined;
  readonly virtio: VirtioOptions;
}
