import { UINT } from '../model/number';
import { SHMEM_MODELS, type Shmem } from '../model/shmem';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseScaledSize } from './scaled-size';

export function parseShmem(element: XmlElement): Shmem {
  const msi = element.child('msi');
  return {
    kind: 'shmem',
    ...parseDeviceBase(element),
    name: element.required('@name'),
    model: element.choice('model/@type', SHMEM_MODELS) ?? 'ivshmem',
    role: element.choice('@role', ['master', 'peer']),
    size: parseScaledSize(element, 'size', 1),
    server: element.has('server') ? { path: element.text('server/@path') } : undefined,
    msi: msi && {
      // none is not said
      vectors: msi.integer('@vectors', { max: UINT }) || undefined,
      ioeventfd: msi.on('@ioeventfd'),
    },
  };
}
