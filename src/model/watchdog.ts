import type { DeviceBase } from './device-base';

export const WATCHDOG_MODELS = ['i6300esb', 'ib700', 'diag288', 'itco'] as const;
export type WatchdogModel = (typeof WATCHDOG_MODELS)[number];

export const WATCHDOG_ACTIONS = [
  'reset',
  'shutdown',
  'poweroff',
  'pause',
  'dump',
  'none',
  'inject-nmi',
] as const;
export type WatchdogAction = (typeof WATCHDOG_ACTIONS)[number];

/** `<watchdog>`. */
export interface Watchdog extends DeviceBase {
  readonly kind: 'watchdog';
  readonly model?: WatchdogModel | undefined;
  readonly action?: WatchdogAction | undefined;
}
