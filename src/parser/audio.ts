import { AUDIO_TYPES, type Audio, type AudioStream } from '../model/audio';
import { parseOffBus } from './device-base';
import type { XmlElement } from './element';

const UINT = 0xffff_ffff;
const SAMPLE_FORMATS = ['s8', 'u8', 's16', 'u16', 's32', 'u32', 'f32'] as const;

export function parseAudio(element: XmlElement): Audio | undefined {
  element.required('@id');
  const type = element.choice('@type', AUDIO_TYPES);
  element.required('@type');
  const audio = {
    id: element.integer('@id', { min: 1, max: 255 }) ?? 1,
    timerPeriod: element.integer('@timerPeriod', { max: UINT }),
    serverName: element.text('@serverName'),
    runtimeDir: element.text('@runtimeDir'),
    path: element.text('@path'),
    sdlDriver: element.choice('@driver', ['esd', 'alsa', 'arts', 'pulseaudio']),
    tryMmap: element.yes('@tryMMap'),
    exclusive: element.yes('@exclusive'),
    dspPolicy: element.integer('@dspPolicy', { max: UINT }),
    input: parseStream(element.child('input')),
    output: parseStream(element.child('output')),
  };
  return type && { kind: 'audio', type, ...parseOffBus(element), ...audio };
}

function parseStream(element: XmlElement | undefined): AudioStream | undefined {
  const settings = element?.child('settings');
  return (
    element && {
      at: element.at,
      mixingEngine: element.yes('@mixingEngine'),
      fixedSettings: element.yes('@fixedSettings'),
      voices: element.integer('@voices', { max: UINT }),
      bufferLength: element.integer('@bufferLength', { max: UINT }),
      frequency: settings?.integer('@frequency', { max: UINT }),
      channels: settings?.integer('@channels', { max: UINT }),
      format: settings?.choice('@format', SAMPLE_FORMATS),
      dev: element.text('@dev'),
      bufferCount: element.integer('@bufferCount', { max: UINT }),
      tryPoll: element.yes('@tryPoll'),
      name: element.text('@name'),
      streamName: element.text('@streamName'),
      latency: element.integer('@latency', { max: UINT }),
      serverName: element.text('@serverName'),
      clientName: element.text('@clientName'),
      connectPorts: element.text('@connectPorts'),
      exactName: element.yes('@exactName'),
    }
  );
}
