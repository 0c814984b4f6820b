import type { Crypto } from '../model/crypto';
import { UINT } from '../model/number';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseVirtioOptions } from './virtio';

export function parseCrypto(element: XmlElement): Crypto {
  element.required('@model', "use model='virtio'");
  element.required('@type', "use type='qemu'");
  element.required('backend/@model', 'use builtin or lkcf');
  element.choice('@type', ['qemu']);
  const backend = element.only('backend');
  return {
    kind: 'crypto',
    ...parseDeviceBase(element),
    model: element.choice('@model', ['virtio']) ?? 'virtio',
    backend: {
      model: backend?.choice('@model', ['builtin', 'lkcf']) ?? 'builtin',
      queues: backend?.integer('@queues', { max: UINT }),
    },
    virtio: parseVirtioOptions(element),
  };
}
