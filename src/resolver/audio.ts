import { audioSettings } from '../diagnostics/catalog';
import type { AudioStream, AudioType } from '../model/audio';
import type { KindResolver } from './kind';
import { requires } from './requires';
import type { Context } from './context';

/** libvirt's names of back ends, as QEMU spells them where it differs (QEMU qapi/audio.json). */
const DRIVERS: { readonly [T in AudioType]?: string } = { pulseaudio: 'pa', file: 'wav' };

export const audio: KindResolver<'audio'> = {
  validate: (device, _guest, context) => {
    if (device.type === 'pipewire')
      requires(context, 'audiodev.pipewire', device.at.of('@type'), 'the pipewire audio back end');
    validateStream(device.input, context);
    validateStream(device.output, context);
  },
  plan: (device) => ({
    kind: 'audio',
    device,
    id: `audio${device.id}`,
    slot: { type: 'none' },
    driver: DRIVERS[device.type] ?? device.type,
  }),
};

/** The mixing engine fixes the settings: neither makes sense without the one before. */
function validateStream(stream: AudioStream | undefined, { report }: Context): void {
  if (stream === undefined) return;
  if (stream.fixedSettings === true && stream.mixingEngine === false)
    report(
      audioSettings(stream.at.of('@fixedSettings'), 'fixed settings need the mixing engine', 'mixingEngine'),
    );
  const settings = [stream.frequency, stream.channels, stream.format].some((value) => value !== undefined);
  if (settings && stream.fixedSettings !== true)
    report(audioSettings(stream.at.of('settings'), '<settings> need fixed settings', 'fixedSettings'));
}
