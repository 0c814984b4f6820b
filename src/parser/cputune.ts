import type { Cputune } from '../model/domain';
import { checkResctrl, firstResctrl } from './cachetune';
import type { XmlElement } from './element';
import { numberSet } from './numa';

const LIMITS = ['', 'global_', 'emulator_', 'iothread_'].flatMap((of) => [`${of}period`, `${of}quota`]);

const CPUSET_HELP = "name processors of the host, as in cpuset='0-3'";

function parseLimit(cputune: XmlElement, name: string): Cputune['limits'] {
  const value = cputune.integer(name, { min: Number.MIN_SAFE_INTEGER });
  return value === undefined ? [] : [{ at: cputune.at.of(name), name, value }];
}

/** Settings of the host's scheduler, no argument; what is kept is what can contradict the rest. */
export function parseCputune(root: XmlElement): Cputune {
  const cputune = root.child('cputune');
  const schedules = (name: string) => cputune?.children(name) ?? [];
  const pins = (name: string, id: string) =>
    schedules(name).map((pin) => {
      pin.required(`@${id}`);
      pin.required('@cpuset', CPUSET_HELP);
      return { at: pin.at, id: pin.integer(`@${id}`) ?? 0 };
    });
  const result = {
    vcpupins: pins('vcpupin', 'vcpu'),
    iothreadpins: pins('iothreadpin', 'iothread'),
    limits: cputune === undefined ? [] : LIMITS.flatMap((name) => parseLimit(cputune, name)),
    emulatorpin: parseEmulatorPin(cputune?.child('emulatorpin')),
    iothreadsched: schedules('iothreadsched').map((schedule) => ({
      at: schedule.at,
      iothreads: parseScheduled(schedule, '@iothreads'),
    })),
    vcpusched: schedules('vcpusched').map((schedule) => ({
      at: schedule.at,
      vcpus: parseScheduled(schedule, '@vcpus'),
    })),
    resctrl: cputune && firstResctrl(cputune),
  };
  schedules('emulatorsched').forEach(parsePolicy);
  if (cputune !== undefined) checkResctrl(cputune);
  root.skip('cputune');
  return result;
}

function parseEmulatorPin(pin: XmlElement | undefined): number[] | undefined {
  pin?.required('@cpuset', CPUSET_HELP);
  return pin && numberSet(pin, '@cpuset');
}

function parseScheduled(schedule: XmlElement, ids: string): number[] {
  schedule.required(ids);
  parsePolicy(schedule);
  return numberSet(schedule, ids) ?? [];
}

/** Classes of Linux's scheduler; those of real time have priorities (sched(7)). */
function parsePolicy(schedule: XmlElement): void {
  schedule.required('@scheduler');
  const policy = schedule.choice('@scheduler', ['batch', 'idle', 'fifo', 'rr']);
  if (policy === 'fifo' || policy === 'rr')
    schedule.required('@priority', "add a priority, as in priority='1'");
}
