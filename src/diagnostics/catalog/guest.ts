import type { Place } from '../../model/place';
import { error, note } from '../diagnostic';

export const clockUnknown = (at: Place) =>
  note(
    'clock-now-unknown',
    at,
    'the clock starts at the time of the host: its shift is not on the command line',
    {
      help: "give the host's time with --host FILE (clock.now), or a date with <clock offset='absolute'>",
    },
  );

export const cpuHostUnknown = (at: Place) =>
  error('cpu-host-unknown', at, 'this CPU mode depends on the processor of the host, which is not known', {
    help: 'describe the host with --host FILE, or name a CPU model',
  });
