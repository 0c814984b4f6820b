import type { Memballoon } from '../model/memballoon';
import { VIRTIO_MODELS } from '../model/virtio';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseVirtioOptions } from './virtio';

export function parseMemballoon(element: XmlElement): Memballoon {
  element.required('@model', "use model='virtio', or model='none' for no balloon");
  return {
    kind: 'memballoon',
    ...parseDeviceBase(element),
    model: element.choice('@model', [...VIRTIO_MODELS, 'xen', 'none']) ?? 'virtio',
    autodeflate: element.on('@autodeflate'),
    freePageReporting: element.on('@freePageReporting'),
    statsPeriod: element.integer('stats/@period'),
    virtio: parseVirtioOptions(element),
  };
}
