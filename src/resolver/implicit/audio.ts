import { AUDIO_TYPES, type Audio, type AudioType } from '../../model/audio';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { machineAt } from '../controller/implicit';

/** QEMU's names of back ends, as the variable has them, where libvirt's differ. */
const FROM_QEMU: Readonly<Record<string, AudioType>> = { pa: 'pulseaudio', wav: 'file' };

/**
 * The back end that libvirt gives a guest without one: what its screens carry, else the host's sound where qemu.conf
 * lets a guest have it and QEMU_AUDIO_DRV says which (libvirt src/qemu/qemu_domain.c, qemuDomainDefAddDefaultAudioBackend).
 */
export function implicitAudioOf(guest: Domain, context: Context): Audio | undefined {
  const { conf } = context;
  const graphics = new Set(devicesOf(guest, 'graphics').map(({ type }) => type));
  const audio = (type: AudioType): Audio => ({
    kind: 'audio',
    at: machineAt(guest),
    implicit: true,
    type,
    id: 1,
  });
  const wanted = fromEnvironment(context);
  if (graphics.size === 0) return audio((conf.nographics_allow_host_audio ? wanted : undefined) ?? 'none');
  if (graphics.has('sdl')) return wanted && { ...audio(wanted), ...sdlDriver(wanted, context) };
  const last = [...graphics].filter((type) => type === 'vnc' || type === 'spice').at(-1);
  if (last === undefined) return undefined;
  if (last === 'spice') return audio('spice');
  return audio((conf.vnc_allow_host_audio ? wanted : undefined) ?? 'none');
}

function fromEnvironment({ options }: Context): AudioType | undefined {
  const name = options.context?.env?.['QEMU_AUDIO_DRV'];
  if (name === undefined) return undefined;
  return FROM_QEMU[name] ?? AUDIO_TYPES.find((type) => type === name);
}

function sdlDriver(type: AudioType, { options }: Context): Pick<Audio, 'sdlDriver'> {
  return type === 'sdl' ? { sdlDriver: options.context?.env?.['SDL_AUDIODRIVER'] } : {};
}
