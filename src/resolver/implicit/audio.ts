import { audioSilent } from '../../diagnostics/catalog';
import { AUDIO_TYPES, type Audio, type AudioType } from '../../model/audio';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { machineAt } from '../controller/implicit';

/** QEMU's names of back ends, as the variable has them, where libvirt's differ. */
const FROM_QEMU: Readonly<Record<string, AudioType>> = { pa: 'pulseaudio', wav: 'file' };

/** The back end of a guest that names none. */
export function implicitAudio(guest: Domain, context: Context): Audio | undefined {
  if (devicesOf(guest, 'audio').length > 0) return undefined;
  return context.profile.libvirtDefaults ? audioOfLibvirt(guest, context) : audioOfScreens(guest, context);
}

/**
 * What the screens of a guest with sound carry: with -nodefaults, QEMU 8.2 and later refuse a card without a back end,
 * and those before it try what the host has (QEMU audio/audio.c). Who sees the guest by VNC hears it, whatever the back end.
 */
function audioOfScreens(guest: Domain, { qemu, report }: Context): Audio | undefined {
  const [card] = devicesOf(guest, 'sound');
  if (card === undefined || !qemu.has('audiodev')) return undefined;
  const screens = new Set<string>(devicesOf(guest, 'graphics').map(({ type }) => type));
  const type = CARRIED_BY_SCREENS.find((name) => screens.has(name)) ?? 'none';
  if (type === 'none' && !screens.has('vnc')) report(audioSilent(card.at));
  return { kind: 'audio', at: card.at, implicit: true, type, id: 1 };
}

const CARRIED_BY_SCREENS = ['spice', 'sdl', 'dbus'] as const satisfies readonly AudioType[];

/**
 * The back end that libvirt gives a guest without one: what its screens carry, else the host's sound where qemu.conf
 * lets a guest have it and QEMU_AUDIO_DRV says which (libvirt src/qemu/qemu_domain.c, qemuDomainDefAddDefaultAudioBackend).
 */
function audioOfLibvirt(guest: Domain, context: Context): Audio | undefined {
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
  const last = [...graphics].filter((type) => WITH_SOUND.includes(type)).at(-1);
  if (last === undefined) return undefined;
  if (last === 'sdl') return wanted && { ...audio(wanted), ...sdlDriver(wanted, context) };
  if (last === 'spice') return audio('spice');
  return audio((conf.vnc_allow_host_audio ? wanted : undefined) ?? 'none');
}

/** The last of these decides. */
const WITH_SOUND: readonly string[] = ['vnc', 'spice', 'sdl'];

function fromEnvironment({ options }: Context): AudioType | undefined {
  const name = options.context?.env?.['QEMU_AUDIO_DRV'];
  if (name === undefined) return undefined;
  return FROM_QEMU[name] ?? AUDIO_TYPES.find((type) => type === name);
}

function sdlDriver(type: AudioType, { options }: Context): Pick<Audio, 'sdlDriver'> {
  return type === 'sdl' ? { sdlDriver: options.context?.env?.['SDL_AUDIODRIVER'] } : {};
}
