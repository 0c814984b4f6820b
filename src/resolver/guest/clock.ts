import { isX86 } from '../../qemu/architectures';
import { clockBeyond, clockDated, clockUnknown } from '../../diagnostics/catalog';
import type { Clock, Timer } from '../../model/clock';
import type { Domain } from '../../model/domain';
import type { Place } from '../../model/place';
import type { PlannedClock, PlannedTimer } from '../../model/plan/start';
import type { Context } from '../context';
import { timer } from './machine';

const TRACKS: Readonly<Record<string, 'vm' | 'host' | 'rt'>> = { guest: 'vm', wall: 'host', realtime: 'rt' };

/** `<clock>` -> -rtc. What a timer asks of the processor is on -cpu. */
export function planClock(guest: Domain, context: Context): PlannedClock {
  const rtc = timer(guest, 'rtc');
  return {
    base: baseOf(guest.clock, context),
    clock: TRACKS[rtc?.track ?? ''],
    driftfix: rtc?.tickpolicy === 'catchup' ? 'slew' : undefined,
    timers: isX86(context.qemu.arch) ? plannedTimers(guest, context) : [],
  };
}

/** Other machines than PCs have neither; libvirt leaves them out. */
function plannedTimers(guest: Domain, context: Context): PlannedTimer[] {
  return guest.clock.timers.flatMap((given): PlannedTimer[] => {
    const lostTicks = given.name === 'pit' ? pitPolicy(given, context) : undefined;
    if (lostTicks !== undefined) return [{ name: 'pit', lostTicks }];
    const isOff = given.name === 'hpet' && given.present === false;
    return isOff && !context.qemu.has('machine-hpet') ? [{ name: 'hpet' }] : [];
  });
}

/** `catchup` is what the kernel's timer does by itself; libvirt has it delay where the guest names it and says no more. */
function pitPolicy({ tickpolicy }: Timer, { profile }: Context): 'delay' | 'discard' | undefined {
  const policy = tickpolicy ?? (profile.libvirtDefaults ? 'delay' : undefined);
  return policy === 'delay' || policy === 'discard' ? policy : undefined;
}

function baseOf(clock: Clock, context: Context): string {
  const adjusted = typeof clock.adjustment === 'number';
  if (clock.offset === 'absolute') return dateOf(clock.start ?? 0, clock.at.of('@start'), context);
  if (clock.offset === 'variable') return shifted(clock, clock.basis ?? 'utc', context);
  if (clock.offset === 'timezone') return 'localtime';
  return adjusted ? shifted(clock, clock.offset, context) : clock.offset;
}

/** A clock that runs ahead or behind starts at a date, counted from the host's clock now. */
function shifted(clock: Clock, basis: 'utc' | 'localtime', context: Context): string {
  const { host, profile, report } = context;
  const adjustment = typeof clock.adjustment === 'number' ? clock.adjustment : 0;
  const now = host.clock?.now;
  // the host's own time needs no date, and is right whenever the command is run
  if (adjustment === 0 && (now === undefined || !profile.libvirtDefaults)) return basis;
  if (now === undefined) {
    report(clockUnknown(clock.at));
    return basis;
  }
  const local = basis === 'localtime' ? (host.clock?.utcOffset ?? 0) : 0;
  const date = dateOf(now + adjustment + local, clock.at.of('@adjustment'), context);
  if (!profile.libvirtDefaults && date !== 'utc') report(clockDated(clock.at));
  return date;
}

/** The first and last second of the years 0 to 9999, which -rtc has four digits for. */
const [FIRST, LAST] = [-62_167_219_200, 253_402_300_799];

/** Seconds since the epoch -> 2009-02-13T23:31:30. */
function dateOf(seconds: number, at: Place, { report }: Context): string {
  if (seconds < FIRST || seconds > LAST) {
    report(clockBeyond(at));
    return 'utc';
  }
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}
