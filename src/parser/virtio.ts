import { UINT } from '../model/number';
import type { IothreadMapping, VirtioOptions } from '../model/virtio';
import type { XmlElement } from './element';

/** The attributes of a device's `<driver>` that every virtio device takes. */
export function parseVirtioOptions(device: XmlElement): VirtioOptions {
  return parseDriverOptions(device.child('driver'));
}

/** The same, where the `<driver>` is at hand. */
export function parseDriverOptions(driver: XmlElement | undefined): VirtioOptions {
  return {
    iommu: driver?.on('@iommu'),
    ats: driver?.on('@ats'),
    packed: driver?.on('@packed'),
    pagePerVq: driver?.on('@page_per_vq'),
  };
}

/** `<driver><iothreads><iothread id=><queue id=/>...`: which thread serves which queues; undefined: none. */
export function parseIothreadMappings(
  driver: XmlElement | undefined,
): readonly IothreadMapping[] | undefined {
  const mappings = driver?.child('iothreads')?.children('iothread').map(parseMapping);
  return mappings?.length ? mappings : undefined;
}

function parseMapping(element: XmlElement): IothreadMapping {
  element.required('@id');
  return {
    id: element.integer('@id', { max: UINT }) ?? 0,
    queues: element.children('queue').map((queue) => {
      queue.required('@id');
      return queue.integer('@id', { max: UINT }) ?? 0;
    }),
  };
}
