import { CODECS, SOUND_MODELS, type Sound } from '../model/sound';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseVirtioOptions } from './virtio';

export function parseSound(element: XmlElement): Sound | undefined {
  element.required('@model');
  const model = element.choice('@model', SOUND_MODELS);
  const sound = {
    ...parseDeviceBase(element),
    multichannel: element.yes('@multichannel'),
    streams: element.integer('@streams', { max: 0xffff_ffff }),
    codecs: element
      .children('codec')
      .map((codec) => codec.choice('@type', CODECS))
      .filter((codec) => codec !== undefined),
    audioId: element.integer('audio/@id', { min: 1, max: 255 }),
    virtio: parseVirtioOptions(element),
  };
  return model && { kind: 'sound', model, ...sound };
}
