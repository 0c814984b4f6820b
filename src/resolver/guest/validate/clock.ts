import { timerUnsupported } from '../../../diagnostics/catalog';
import type { Timer } from '../../../model/clock';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';

/** What libvirt's qemuValidateDomainDefClockTimers refuses on x86. */
export function validateClock({ clock }: Domain, { report }: Context): void {
  for (const timer of clock.timers) {
    const problem = problemOf(timer);
    if (problem !== undefined) report(timerUnsupported(timer.at, ...problem));
  }
}

function problemOf({ name, tickpolicy }: Timer): readonly [string, string] | undefined {
  switch (name) {
    case 'platform':
    case 'armvtimer':
      return [`a PC has no '${name}' timer`, 'remove the timer'];
    case 'rtc':
      return tickpolicy === 'merge' || tickpolicy === 'discard'
        ? [`the clock cannot ${tickpolicy} ticks`, "use tickpolicy='delay' or 'catchup'"]
        : undefined;
    case 'pit':
      return tickpolicy === 'merge'
        ? ['the PIT cannot merge ticks', "use tickpolicy='delay', 'catchup' or 'discard'"]
        : undefined;
    default:
      return undefined;
  }
}
