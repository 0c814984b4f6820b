import type { DeviceBase } from './device-base';

export const PANIC_MODELS = ['isa', 'pseries', 'hyperv', 's390', 'pvpanic'] as const;
export type PanicModel = (typeof PANIC_MODELS)[number];

/** `<panic>`: how a guest tells that it crashed. */
export interface Panic extends DeviceBase {
  readonly kind: 'panic';
  readonly model?: PanicModel | undefined;
}
