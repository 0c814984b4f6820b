import type { AudioStream } from '../model/audio';
import type { PlannedAudio } from '../model/plan/audio';
import { audiodev, type Arg, type Properties } from './args';

export function emitAudio({ device, driver, id }: PlannedAudio): Arg[] {
  return [
    audiodev({
      id,
      driver,
      'timer-period': device.timerPeriod,
      path: device.path,
      server: device.serverName,
      'try-mmap': device.tryMmap,
      exclusive: device.exclusive,
      'dsp-policy': device.dspPolicy,
      in: stream(device.input),
      out: stream(device.output),
    }),
  ];
}

/** One direction; the properties of all back ends, of which each takes its own. */
function stream(settings: AudioStream | undefined): Properties | undefined {
  if (settings === undefined) return undefined;
  const properties = {
    'mixing-engine': settings.mixingEngine,
    'fixed-settings': settings.fixedSettings,
    voices: settings.voices,
    'buffer-length': settings.bufferLength,
    frequency: settings.frequency,
    channels: settings.channels,
    format: settings.format,
    'server-name': settings.serverName,
    'client-name': settings.clientName,
    'connect-ports': settings.connectPorts,
    'exact-name': settings.exactName,
    dev: settings.dev,
    name: settings.name,
    'stream-name': settings.streamName,
    latency: settings.latency,
    'buffer-count': settings.bufferCount,
    'try-poll': settings.tryPoll,
  };
  return Object.values(properties).some((value) => value !== undefined) ? properties : undefined;
}
