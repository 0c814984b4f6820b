import type { DeviceBase } from './device-base';
import type { Place } from './place';

export const AUDIO_TYPES = [
  'none',
  'alsa',
  'coreaudio',
  'jack',
  'oss',
  'pulseaudio',
  'sdl',
  'spice',
  'file',
  'dbus',
  'pipewire',
] as const;
export type AudioType = (typeof AUDIO_TYPES)[number];

/** `<input>` or `<output>` of an `<audio>`: what every back end takes, then what one or another takes. */
export interface AudioStream {
  readonly at: Place;
  readonly mixingEngine?: boolean | undefined;
  readonly fixedSettings?: boolean | undefined;
  readonly voices?: number | undefined;
  /** microseconds. */
  readonly bufferLength?: number | undefined;
  /** `<settings>`, which may say nothing. */
  readonly hasSettings: boolean;
  readonly frequency?: number | undefined;
  readonly channels?: number | undefined;
  readonly format?: string | undefined;
  /** alsa, oss. */
  readonly dev?: string | undefined;
  /** oss, sdl, coreaudio. */
  readonly bufferCount?: number | undefined;
  /** oss. */
  readonly tryPoll?: boolean | undefined;
  /** pulseaudio, pipewire; latency in microseconds. */
  readonly name?: string | undefined;
  readonly streamName?: string | undefined;
  readonly latency?: number | undefined;
  /** jack. */
  readonly serverName?: string | undefined;
  readonly clientName?: string | undefined;
  readonly connectPorts?: string | undefined;
  readonly exactName?: boolean | undefined;
}

/** `<audio>`: a host audio back end; sound devices and VNC name it by its id. */
export interface Audio extends DeviceBase {
  readonly kind: 'audio';
  readonly type: AudioType;
  readonly id: number;
  /** microseconds. */
  readonly timerPeriod?: number | undefined;
  /** pulseaudio. */
  readonly serverName?: string | undefined;
  /** pipewire: the folder of its server's socket, PIPEWIRE_RUNTIME_DIR. */
  readonly runtimeDir?: string | undefined;
  /** file. */
  readonly path?: string | undefined;
  /** sdl: what SDL itself plays on, SDL_AUDIODRIVER. */
  readonly sdlDriver?: string | undefined;
  /** oss. */
  readonly tryMmap?: boolean | undefined;
  readonly exclusive?: boolean | undefined;
  readonly dspPolicy?: number | undefined;
  readonly input?: AudioStream | undefined;
  readonly output?: AudioStream | undefined;
}
