import { UINT } from '../model/number';
import { VIRTIO_MODELS } from '../model/virtio';
import type { Vsock } from '../model/vsock';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseVirtioOptions } from './virtio';

export function parseVsock(element: XmlElement): Vsock {
  return {
    kind: 'vsock',
    ...parseDeviceBase(element),
    model: element.choice('@model', VIRTIO_MODELS) ?? 'virtio',
    // 0 to 2 are the hypervisor, the loopback and the host (Linux include/uapi/linux/vm_sockets.h)
    cid: element.integer('cid/@address', { min: 3, max: UINT }),
    auto: element.yes('cid/@auto'),
    virtio: parseVirtioOptions(element),
  };
}
