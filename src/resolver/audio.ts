import { audioSettings, audioSpice, deviceTwice } from '../diagnostics/catalog';
import type { Audio, AudioStream, AudioType } from '../model/audio';
import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import type { KindResolver } from './kind';
import { hasSpice } from './chardev';
import { requires } from './requires';
import type { Context } from './context';

/** libvirt's names of back ends, as QEMU spells them where it differs (QEMU qapi/audio.json). */
const DRIVERS: { readonly [T in AudioType]?: string } = { pulseaudio: 'pa', file: 'wav' };

export const audio: KindResolver<'audio'> = {
  validate: (device, guest, context) => {
    // libvirt leaves it to QEMU
    if (device.type === 'pipewire' && context.profile.checksForQemu)
      requires(context, 'audiodev.pipewire', device.at.of('@type'), 'the pipewire audio back end');
    if (device.type === 'spice' && !hasSpice(guest)) context.report(audioSpice(device.at.of('@type')));
    if (!context.qemu.has('audiodev')) validateOld(device, guest, context);
    const first = devicesOf(guest, 'audio').find(({ id }) => id === device.id);
    if (first !== undefined && first !== device)
      context.report(deviceTwice(device.at.of('@id'), `audio back end with the id ${device.id}`, first.at));
    if (device.type === 'dbus')
      requires(context, 'display-dbus', device.at.of('@type'), 'the dbus audio back end');
    for (const stream of [device.input, device.output]) if (stream) validateStream(stream, device, context);
  },
  plan: (device, _guest, { qemu }) =>
    qemu.has('audiodev')
      ? {
          kind: 'audio',
          device,
          id: `audio${device.id}`,
          slot: { type: 'none' },
          driver: driverOf(device),
        }
      : undefined,
};

function driverOf({ type }: Audio): string {
  return DRIVERS[type] ?? type;
}

/**
 * What the libraries behind the back ends read of the environment, later back ends over earlier ones. Before -audiodev, a
 * variable names the one back end too.
 */
export function audioVariables(guest: Domain, { qemu }: Context): Readonly<Record<string, string>> {
  const [first] = devicesOf(guest, 'audio');
  const named = first === undefined || qemu.has('audiodev') ? {} : { QEMU_AUDIO_DRV: driverOf(first) };
  return devicesOf(guest, 'audio').reduce((before, { type, sdlDriver, runtimeDir }) => {
    if (type === 'sdl' && sdlDriver !== undefined) return { ...before, SDL_AUDIODRIVER: sdlDriver };
    if (type === 'pipewire' && runtimeDir !== undefined)
      return { ...before, PIPEWIRE_RUNTIME_DIR: runtimeDir };
    return before;
  }, named);
}

function validateOld(device: Audio, guest: Domain, context: Context): void {
  const [first] = devicesOf(guest, 'audio');
  if (first !== device) requires(context, 'audiodev', device.at, 'a second audio back end');
  const { input, output, path, serverName } = device;
  const set = [input, output, path, serverName].find((setting) => setting !== undefined);
  if (set !== undefined) requires(context, 'audiodev', device.at, 'settings of an audio back end');
}

/** The mixing engine fixes the settings: neither makes sense without the one before. */
function validateStream(stream: AudioStream, { type }: Audio, context: Context): void {
  const { profile, report } = context;
  if (stream.format === 'f32')
    requires(context, 'audiodev.f32', stream.at.of('settings/@format'), 'the format f32');
  if (stream.bufferCount !== undefined && type === 'sdl')
    requires(context, 'audiodev.sdl-buffer-count', stream.at.of('@bufferCount'), 'a number of buffers');
  // QEMU's is on unless it is said to be off; libvirt wants it said
  const mixes = stream.mixingEngine ?? !profile.libvirtDefaults;
  if (stream.fixedSettings === true && !mixes)
    report(
      audioSettings(stream.at.of('@fixedSettings'), 'fixed settings need the mixing engine', 'mixingEngine'),
    );
  // libvirt minds an empty element, too
  const said =
    (profile.checksForLibvirt && stream.hasSettings) ||
    [stream.frequency, stream.channels, stream.format].some((value) => value !== undefined);
  if (said && stream.fixedSettings !== true)
    report(audioSettings(stream.at.of('settings'), '<settings> need fixed settings', 'fixedSettings'));
}
