import type { Planned } from './planned';

export interface PlannedWatchdog extends Planned<'watchdog'> {
  /** A device, or the one of the chipset, which is only let work. */
  readonly front:
    | { readonly type: 'device'; readonly driver: string }
    | { readonly type: 'chipset'; readonly global: string };
  /** What happens on time-out; one setting for the guest, with the last of its watchdogs. */
  readonly action?: string | undefined;
}
