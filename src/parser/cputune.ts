import type { Cputune } from '../model/domain';
import type { XmlElement } from './element';
import { numberSet } from './numa';

const LIMITS = ['', 'global_', 'emulator_', 'iothread_'].flatMap((of) => [`${of}period`, `${of}quota`]);

function parseLimit(cputune: XmlElement, name: string): Cputune['limits'] {
  const value = cputune.integer(name, { min: Number.MIN_SAFE_INTEGER });
  return value === undefined ? [] : [{ at: cputune.at.of(name), name, value }];
}

/** Settings of the host's scheduler, no argument; what is kept is what can contradict the rest. */
export function parseCputune(root: XmlElement): Cputune {
  const cputune = root.child('cputune');
  const schedules = (name: string) => cputune?.children(name) ?? [];
  const pins = (name: string, id: string) =>
    schedules(name).map((pin) => ({ at: pin.at, id: pin.integer(`@${id}`) ?? 0 }));
  const result = {
    vcpupins: pins('vcpupin', 'vcpu'),
    iothreadpins: pins('iothreadpin', 'iothread'),
    limits: cputune === undefined ? [] : LIMITS.flatMap((name) => parseLimit(cputune, name)),
    emulatorpin: cputune && numberSet(cputune, 'emulatorpin/@cpuset'),
    iothreadsched: schedules('iothreadsched').map((schedule) => ({
      at: schedule.at,
      iothreads: numberSet(schedule, '@iothreads') ?? [],
    })),
    vcpusched: schedules('vcpusched').map((schedule) => ({
      at: schedule.at,
      vcpus: numberSet(schedule, '@vcpus') ?? [],
    })),
  };
  root.skip('cputune');
  return result;
}
