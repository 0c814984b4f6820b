import type { Cputune } from '../model/domain';
import type { XmlElement } from './element';
import { numberSet } from './numa';

/** Settings of the host's scheduler, no argument; what is kept is what can contradict the rest. */
export function parseCputune(root: XmlElement): Cputune {
  const cputune = root.child('cputune');
  const schedules = (name: string) => cputune?.children(name) ?? [];
  const result = {
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
