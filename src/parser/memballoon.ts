import type { Memballoon } from '../model/memballoon';
import { VIRTIO_MODELS } from '../model/virtio';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseVirtioOptions } from './virtio';

export function parseMemballoon(element: XmlElement): Memballoon {
  element.required('@model', "use model='virtio', or model='none' for no balloon");
  const model = element.choice('@model', [...VIRTIO_MODELS, 'xen', 'none']) ?? 'virtio';
  return {
    kind: 'memballoon',
    // that there is none says nothing of a place (libvirt reads no more of it)
    ...(model === 'none' ? { at: element.at } : parseDeviceBase(element)),
    model,
    autodeflate: element.on('@autodeflate'),
    freePageReporting: element.on('@freePageReporting'),
    statsPeriod: element.integer('stats/@period'),
    virtio: parseVirtioOptions(element),
  };
}
