import { AUDIO_TYPES, type Audio, type AudioStream, type AudioType } from '../model/audio';
import { UINT } from '../model/number';
import { parseOffBus } from './device-base';
import type { XmlElement } from './element';

const COUNT = { min: 1, max: UINT };
const SAMPLE_FORMATS = ['s8', 'u8', 's16', 'u16', 's32', 'u32', 'f32'] as const;

type Own = keyof Audio | keyof AudioStream;

/** What a back end takes beyond what all do; the rest is left unread, and so said (libvirt src/conf/domain_conf.c). */
const OWN: { readonly [T in AudioType]?: readonly Own[] } = {
  alsa: ['dev'],
  coreaudio: ['bufferCount'],
  jack: ['serverName', 'clientName', 'connectPorts', 'exactName'],
  oss: ['tryMmap', 'exclusive', 'dspPolicy', 'dev', 'bufferCount', 'tryPoll'],
  pulseaudio: ['name', 'streamName', 'latency'],
  pipewire: ['runtimeDir', 'name', 'streamName', 'latency'],
  sdl: ['sdlDriver', 'bufferCount'],
  file: ['path'],
};

/** Which `<audio>` a card or a screen is heard through. */
export function parseAudioId(element: XmlElement): number | undefined {
  element.whole('audio', '@id');
  return element.integer('audio/@id', COUNT);
}

export function parseAudio(element: XmlElement): Audio | undefined {
  element.required('@id');
  const type = element.choice('@type', AUDIO_TYPES);
  element.required('@type');
  const own = (name: Own) => type !== undefined && OWN[type]?.includes(name);
  const audio = {
    id: element.integer('@id', COUNT) ?? 1,
    timerPeriod: element.integer('@timerPeriod', COUNT),
    // pulseaudio's own server; JACK has one for each direction
    serverName: type === 'pulseaudio' ? element.text('@serverName') : undefined,
    runtimeDir: own('runtimeDir') ? element.text('@runtimeDir') : undefined,
    path: own('path') ? element.text('@path') : undefined,
    sdlDriver: own('sdlDriver')
      ? element.choice('@driver', ['esd', 'alsa', 'arts', 'pulseaudio'])
      : undefined,
    tryMmap: own('tryMmap') ? element.yes('@tryMMap') : undefined,
    exclusive: own('exclusive') ? element.yes('@exclusive') : undefined,
    dspPolicy: own('dspPolicy') ? element.integer('@dspPolicy', { max: UINT }) : undefined,
    input: parseStream(element.child('input'), own),
    output: parseStream(element.child('output'), own),
  };
  return type && { kind: 'audio', type, ...parseOffBus(element), ...audio };
}

function parseStream(
  element: XmlElement | undefined,
  own: (name: Own) => boolean | undefined,
): AudioStream | undefined {
  const settings = element?.child('settings');
  const text = (name: Own) => (own(name) ? element?.text(`@${name}`) : undefined);
  // none of it is what QEMU does by itself
  const integer = (name: Own) =>
    (own(name) ? element?.integer(`@${name}`, { max: UINT }) : undefined) || undefined;
  const yes = (name: Own) => (own(name) ? element?.yes(`@${name}`) : undefined);
  return (
    element && {
      at: element.at,
      mixingEngine: element.yes('@mixingEngine'),
      fixedSettings: element.yes('@fixedSettings'),
      voices: element.integer('@voices', COUNT),
      bufferLength: element.integer('@bufferLength', COUNT),
      hasSettings: settings !== undefined,
      frequency: settings?.integer('@frequency', COUNT),
      channels: settings?.integer('@channels', COUNT),
      format: settings?.choice('@format', SAMPLE_FORMATS),
      dev: text('dev'),
      bufferCount: integer('bufferCount'),
      tryPoll: yes('tryPoll'),
      name: text('name'),
      streamName: text('streamName'),
      latency: integer('latency'),
      serverName: text('serverName'),
      clientName: text('clientName'),
      connectPorts: text('connectPorts'),
      exactName: yes('exactName'),
    }
  );
}
