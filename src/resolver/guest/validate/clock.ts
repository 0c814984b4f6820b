import { isX86 } from '../../../qemu/architectures';
import { qemuLeavesOut, timerUnsupported } from '../../../diagnostics/catalog';
import type { Timer } from '../../../model/clock';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { isArmVirt } from '../board-features';
import { isEmulated } from '../../machine/accel';

type Problem = readonly [problem: string, help: string];

/** What libvirt's qemuValidateDomainDefClockTimers refuses. */
export function validateClock(guest: Domain, context: Context): void {
  const x86 = isX86(guest.os.arch ?? context.qemu.arch);
  for (const timer of guest.clock.timers) {
    const problem = (x86 ? problemOf(timer) : foreign(timer, guest, context)) ?? settingOf(timer);
    if (problem !== undefined) context.report(timerUnsupported(timer.at, ...problem));
    else sayUnused(timer, context);
  }
}

/** The timers that have a setting. */
const SETTINGS = { track: ['rtc', 'platform'], frequency: ['tsc'], mode: ['tsc'] } as const;

function settingOf(timer: Timer): Problem | undefined {
  for (const name of Object.keys(SETTINGS) as (keyof typeof SETTINGS)[])
    if (timer[name] !== undefined && !(SETTINGS[name] as readonly string[]).includes(timer.name))
      return [`a '${timer.name}' timer has no '${name}'`, `remove '${name}'`];
  if (timer.track === 'boot')
    return ['the RTC cannot keep the time since the boot', "use track='guest' or 'wall'"];
  return timer.catchup !== undefined && timer.tickpolicy !== 'catchup'
    ? ['only ticks that are caught up with have a pace', "use tickpolicy='catchup', or remove <catchup>"]
    : undefined;
}

function sayUnused({ at, catchup, mode }: Timer, { report }: Context): void {
  if (catchup !== undefined)
    report(qemuLeavesOut(at.of('catchup'), '<catchup>', 'the clock catches up at its own pace', false));
  if (mode !== undefined && mode !== 'auto')
    report(
      qemuLeavesOut(at.of('@mode'), `mode='${mode}'`, 'how the TSC is read is for KVM to choose', false),
    );
}

/** Timers of x86 processors and of what runs on them. libvirt minds them elsewhere only where they are to be there. */
const X86_ONLY: readonly string[] = ['tsc', 'kvmclock', 'hypervclock'];

function foreign(timer: Timer, guest: Domain, context: Context): Problem | undefined {
  const { name, present } = timer;
  if (name === 'armvtimer' && context.qemu.arch === 'aarch64') return virtualTimer(timer, guest, context);
  const unfit = X86_ONLY.includes(name) && (present === true || context.profile.checksForQemu);
  return unfit || isWantedOfPc(timer)
    ? [`only x86 has a '${name}' timer`, 'remove the timer']
    : problemOf(timer);
}

/** Chips of PCs, which go unmentioned elsewhere unless they are asked for (libvirt src/qemu/qemu_validate.c, as 11.3 answers). */
function isWantedOfPc({ name, present, tickpolicy }: Timer): boolean {
  return (name === 'hpet' && present === true) || (name === 'pit' && tickpolicy === 'catchup');
}

/** It is part of the processor of KVM. */
function virtualTimer(
  { at, present, tickpolicy }: Timer,
  guest: Domain,
  context: Context,
): Problem | undefined {
  if (tickpolicy !== undefined && guest.type === 'kvm' && isEmulated(guest, context))
    context.report(
      qemuLeavesOut(at.of('@tickpolicy'), `tickpolicy='${tickpolicy}'`, 'it is for processors of KVM', false),
    );
  if (guest.type !== 'kvm' || !isArmVirt(guest, context))
    return ["only a virt machine under KVM has the 'armvtimer' timer", 'remove the timer'];
  return present === false
    ? ["processors of ARM are never without their timer, 'armvtimer'", 'remove the timer']
    : undefined;
}

function problemOf({ name, tickpolicy }: Timer): Problem | undefined {
  switch (name) {
    case 'platform':
    case 'armvtimer':
      return [`the machine has no '${name}' timer`, 'remove the timer'];
    case 'kvmclock':
    case 'hypervclock':
      return tickpolicy === undefined
        ? undefined
        : [`'${name}' has no ticks that could get lost`, 'remove tickpolicy'];
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
