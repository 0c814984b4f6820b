import { timerUnsupported } from '../../../diagnostics/catalog';
import type { Timer } from '../../../model/clock';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { isX86 } from '../../machine/family';

/** What libvirt's qemuValidateDomainDefClockTimers refuses. */
export function validateClock({ clock, os }: Domain, { qemu, report }: Context): void {
  const arch = os.arch ?? qemu.arch;
  for (const timer of clock.timers) {
    const problem = isX86(arch) ? problemOf(timer) : foreign(timer, arch);
    if (problem !== undefined) report(timerUnsupported(timer.at, ...problem));
  }
}

/** Timers of x86 processors and of what runs on them. */
const X86_ONLY: readonly string[] = ['tsc', 'kvmclock', 'hypervclock'];

function foreign(timer: Timer, arch: string): readonly [string, string] | undefined {
  const { name } = timer;
  if (name === 'armvtimer' && arch === 'aarch64') return undefined;
  return X86_ONLY.includes(name) ? [`only x86 has a '${name}' timer`, 'remove the timer'] : problemOf(timer);
}

function problemOf({ name, tickpolicy }: Timer): readonly [string, string] | undefined {
  switch (name) {
    case 'platform':
    case 'armvtimer':
      return [`the machine has no '${name}' timer`, 'remove the timer'];
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
