import { unreadSecond } from '../diagnostics/catalog';
import { TIMER_NAMES, type Clock, type Timer } from '../model/clock';
import type { XmlElement } from './element';

/** `<clock>`. */
export function parseClock(root: XmlElement): Clock {
  const clock = root.child('clock');
  if (clock === undefined) return { at: root.at, offset: 'utc', timers: [] };
  const offset = clock.choice('@offset', ['utc', 'localtime', 'variable', 'timezone', 'absolute']) ?? 'utc';
  if (offset === 'timezone') clock.required('@timezone', "name it, as in timezone='Europe/Paris'");
  if (offset === 'absolute') clock.required('@start', 'say when, in seconds since 1970');
  return {
    at: clock.at,
    offset,
    basis: clock.choice('@basis', ['utc', 'localtime']),
    adjustment: parseAdjustment(clock),
    timezone: offset === 'timezone' ? clock.text('@timezone') : undefined,
    start: offset === 'absolute' ? clock.integer('@start') : undefined,
    timers: parseTimers(clock),
  };
}

/** Seconds; `reset` forgets what a guest that ran made of them. */
function parseAdjustment(clock: XmlElement): Clock['adjustment'] {
  if (clock.text('@adjustment') === 'reset') return 'reset';
  return clock.integer('@adjustment', { min: Number.MIN_SAFE_INTEGER });
}

/** Without a number it sets no pace. */
function parseCatchup(timer: XmlElement): Timer['catchup'] {
  const [threshold, slew, limit] = ['threshold', 'slew', 'limit'].map((name) =>
    timer.integer(`catchup/@${name}`),
  );
  const none = [threshold, slew, limit].every((number) => number === undefined);
  return none ? undefined : { threshold, slew, limit };
}

/** One of each name. */
function parseTimers(clock: XmlElement): Timer[] {
  const timers = new Map<Timer['name'], Timer>();
  for (const timer of clock.children('timer').map(parseTimer)) {
    const first = timers.get(timer.name);
    if (first === undefined) timers.set(timer.name, timer);
    else clock.report(unreadSecond(timer.at, `timer name='${timer.name}'`, first.at));
  }
  return [...timers.values()];
}

function parseTimer(timer: XmlElement): Timer {
  timer.required('@name', 'say which: rtc, pit, hpet, tsc or another');
  return {
    at: timer.at,
    name: timer.choice('@name', TIMER_NAMES) ?? 'rtc',
    present: timer.yes('@present'),
    tickpolicy: timer.choice('@tickpolicy', ['delay', 'catchup', 'merge', 'discard']),
    track: timer.choice('@track', ['boot', 'guest', 'wall', 'realtime']),
    mode: timer.choice('@mode', ['auto', 'native', 'emulate', 'paravirt', 'smpsafe']),
    // none is the processor's own
    frequency: timer.integer('@frequency') || undefined,
    catchup: parseCatchup(timer),
  };
}
