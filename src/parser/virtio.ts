import type { IothreadMapping, VirtioOptions } from '../model/virtio';
import type { XmlElement } from './element';

/** The `<driver>` attributes that every virtio device takes. */
export function parseVirtioOptions(device: XmlElement): VirtioOptions {
  return {
    iommu: device.on('driver/@iommu'),
    ats: device.on('driver/@ats'),
    packed: device.on('driver/@packed'),
    pagePerVq: device.on('driver/@page_per_vq'),
  };
}

/** `<driver><iothreads><iothread id=><queue id=/>...`: which thread serves which queues; undefined: not written. */
export function parseIothreadMappings(device: XmlElement): readonly IothreadMapping[] | undefined {
  return device.child('driver/iothreads')?.children('iothread').map(parseMapping);
}

function parseMapping(element: XmlElement): IothreadMapping {
  element.required('@id');
  return {
    id: element.integer('@id', { max: 0xffff_ffff }) ?? 0,
    queues: element.children('queue').map((queue) => {
      queue.required('@id');
      return queue.integer('@id', { max: 0xffff_ffff }) ?? 0;
    }),
  };
}
