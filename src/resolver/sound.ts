import { audioMissing, audioNone, deviceUnsupported, soundStreams } from '../diagnostics/catalog';
import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import type { Sound, SoundModel } from '../model/sound';
import type { Capability } from '../qemu/capabilities';
import type { Context } from './context';
import type { KindResolver } from './kind';
import { lacksIsa } from './machine/isa';
import { requires } from './requires';
import { slotOf } from './address/slot';
import { virtioDriver } from './virtio/driver';

const DRIVERS: { readonly [M in SoundModel]?: string } = {
  sb16: 'sb16',
  es1370: 'ES1370',
  ac97: 'AC97',
  ich6: 'intel-hda',
  ich9: 'ich9-intel-hda',
  usb: 'usb-audio',
};

/** What libvirt asks QEMU for (src/qemu/qemu_validate.c qemuValidateDomainDeviceDefSound). */
const NEEDED: { readonly [M in SoundModel]?: Capability } = {
  ich9: 'ich9-intel-hda',
  virtio: 'virtio-sound',
};

/** A build has all of them or none, as on s390x (QEMU hw/audio/Kconfig); libvirt asks for none. */
const ON_PCI: readonly SoundModel[] = ['es1370', 'ac97', 'ich6'];

export const sound: KindResolver<'sound'> = {
  defaults: (device) => (device.model === 'virtio' ? { ...device, streams: device.streams ?? 2 } : device),
  validate: (device, guest, context) => {
    const { at, model, audioId } = device;
    const { profile, qemu, report } = context;
    const onPci = ON_PCI.includes(model) && !profile.libvirtDefaults;
    const needed = onPci ? 'hda-duplex' : NEEDED[model];
    if (needed !== undefined) requires(context, needed, at.of('@model'), `sound model '${model}'`);
    if (model === 'sb16' && lacksIsa(guest, context))
      report(deviceUnsupported(at.of('@model'), 'sb16 on this machine', 'ac97, ich9 or usb'));
    if (model === 'ich7') report(deviceUnsupported(at.of('@model'), "sound model 'ich7'", 'ich6 or ich9'));
    validateStreams(device, context);
    if (audioId !== undefined && !devicesOf(guest, 'audio').some(({ id }) => id === audioId))
      report(audioMissing(at.of('audio/@id'), audioId));
    // QEMU would take the host's sound by itself; without -audiodev libvirt says so in the environment
    if (profile.checksForLibvirt && qemu.has('audiodev') && devicesOf(guest, 'audio').length === 0)
      report(audioNone(at));
  },
  plan: (device, guest, context) => {
    const { model, address, alias: id = '' } = device;
    const driver =
      model === 'virtio' ? virtioDriver('virtio-sound', 'virtio', address, context.profile) : DRIVERS[model];
    // the PC speaker is a part of the machine
    if (driver === undefined) return undefined;
    const hda = model === 'ich6' || model === 'ich9';
    return {
      kind: 'sound',
      device,
      id,
      slot: slotOf(device, guest, context),
      driver,
      audiodev: audiodevOf(guest, device.audioId, context),
      codecs: hda ? (device.codecs.length === 0 ? ['duplex'] : device.codecs) : [],
    };
  },
};

/** QEMU hw/audio/virtio-snd.c. */
const MOST_STREAMS = 10;

function validateStreams({ at, streams = 0 }: Sound, { profile, report }: Context): void {
  if (streams > MOST_STREAMS && profile.checksForQemu)
    report(soundStreams(at.of('@streams'), streams, MOST_STREAMS));
}

/** The id of the back end that is asked for, else of the first one; none when QEMU is to choose. */
export function audiodevOf(guest: Domain, wanted: number | undefined, { qemu }: Context): string | undefined {
  if (!qemu.has('audiodev')) return undefined;
  const id = wanted ?? devicesOf(guest, 'audio')[0]?.id;
  return id === undefined ? undefined : `audio${id}`;
}
