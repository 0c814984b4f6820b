import { UINT } from '../model/number';
import { CODECS, SOUND_MODELS, type Sound, type SoundModel } from '../model/sound';
import { parseAudioId } from './audio';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseVirtioOptions } from './virtio';

/** HD audio controllers; what another model is said to have is not read, and warned of. */
const WITH_CODECS: readonly SoundModel[] = ['ich6', 'ich7', 'ich9'];

export function parseSound(element: XmlElement): Sound | undefined {
  element.required('@model');
  const model = element.choice('@model', SOUND_MODELS);
  const sound = {
    ...parseDeviceBase(element),
    multichannel: model === 'usb' ? element.yes('@multichannel') : undefined,
    streams: model === 'virtio' ? element.integer('@streams', { min: 1, max: UINT }) : undefined,
    codecs: model !== undefined && WITH_CODECS.includes(model) ? parseCodecs(element) : [],
    audioId: parseAudioId(element),
    virtio: parseVirtioOptions(element),
  };
  return model && { kind: 'sound', model, ...sound };
}

function parseCodecs(element: XmlElement) {
  return element
    .children('codec')
    .map((codec) => {
      codec.required('@type', 'use duplex, micro or output');
      return codec.choice('@type', CODECS);
    })
    .filter((codec) => codec !== undefined);
}
