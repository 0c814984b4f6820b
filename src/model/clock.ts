import type { Place } from './place';

export const TIMER_NAMES = [
  'platform',
  'pit',
  'rtc',
  'hpet',
  'tsc',
  'kvmclock',
  'hypervclock',
  'armvtimer',
] as const;

export interface Timer {
  readonly at: Place;
  readonly name: (typeof TIMER_NAMES)[number];
  readonly present?: boolean | undefined;
  readonly tickpolicy?: 'delay' | 'catchup' | 'merge' | 'discard' | undefined;
  readonly track?: string | undefined;
  readonly mode?: string | undefined;
  /** Hz. */
  readonly frequency?: number | undefined;
  readonly catchup?:
    | {
        readonly threshold?: number | undefined;
        readonly slew?: number | undefined;
        readonly limit?: number | undefined;
      }
    | undefined;
}

/** `<clock>`. */
export interface Clock {
  readonly at: Place;
  readonly offset: 'utc' | 'localtime' | 'variable' | 'timezone' | 'absolute';
  readonly basis?: 'utc' | 'localtime' | undefined;
  /** seconds; or `reset` for utc and localtime as true. */
  readonly adjustment?: number | 'reset' | undefined;
  readonly timezone?: string | undefined;
  /** seconds since the epoch, for `absolute`. */
  readonly start?: number | undefined;
  readonly timers: readonly Timer[];
}
