import { DEVICE_PROPERTIES } from './device';
import { fact, type PropertyFacts, type PropertyTable } from './facts';

/** What either direction takes, below `<input>` and `<output>` (QEMU qapi/audio.json). */
const DIRECTION: Readonly<Record<string, readonly [about: string, attribute: string]>> = {
  'mixing-engine': ['QEMU mixes and converts', 'mixingEngine'],
  'fixed-settings': ['one rate and one format, whatever the guest asks for', 'fixedSettings'],
  frequency: ['samples a second', 'settings/@frequency'],
  channels: ['channels', 'settings/@channels'],
  format: ['how a sample is written', 'settings/@format'],
  voices: ['voices', 'voices'],
  'buffer-length': ['microseconds of a buffer', 'bufferLength'],
  'buffer-count': ['buffers', 'bufferCount'],
  latency: ['microseconds of delay', 'latency'],
  name: ['the device of the sound server', 'name'],
  'stream-name': ['what the sound server calls it', 'streamName'],
  dev: ['the device of the host', 'dev'],
  'try-poll': ['waits for the device instead of asking it', 'tryPoll'],
  'server-name': ['the JACK server', 'serverName'],
  'client-name': ['what JACK calls it', 'clientName'],
  'connect-ports': ['ports that it is connected to', 'connectPorts'],
  'exact-name': ['it is called so, or there is no sound', 'exactName'],
};

/** The back end that sound cards play through. */
export const AUDIO_PROPERTIES: PropertyTable = {
  ...DEVICE_PROPERTIES,
  '-audiodev driver': fact("the host's sound", '@type'),
  server: fact('the sound server', '@serverName'),
  ...direction('in', 'input'),
  ...direction('out', 'output'),
};

function direction(prefix: string, element: string): Record<string, PropertyFacts> {
  const what = element === 'input' ? 'recording' : 'playing';
  return Object.fromEntries(
    Object.entries(DIRECTION).map(([name, [about, attribute]]) => [
      `${prefix}.${name}`,
      fact(`${about}, ${what}`, `${element}/${attribute.includes('@') ? attribute : `@${attribute}`}`),
    ]),
  );
}
