import type { DeviceBase } from './device-base';
import type { VirtioModel, VirtioOptions } from './virtio';

export const INPUT_TYPES = ['mouse', 'tablet', 'keyboard', 'passthrough', 'evdev'] as const;
export type InputType = (typeof INPUT_TYPES)[number];

export const INPUT_BUSES = ['ps2', 'usb', 'virtio', 'xen', 'parallels', 'none'] as const;
export type InputBus = (typeof INPUT_BUSES)[number];

/** `<input>`. */
export interface Input extends DeviceBase {
  readonly kind: 'input';
  readonly type: InputType;
  readonly bus?: InputBus | undefined;
  readonly model?: VirtioModel | undefined;
  readonly source?:
    | {
        readonly evdev?: string | undefined;
        readonly dev?: string | undefined;
        readonly grab?: string | undefined;
        readonly grabToggle?: string | undefined;
        readonly repeat?: boolean | undefined;
      }
    | undefined;
  readonly virtio: VirtioOptions;
}
