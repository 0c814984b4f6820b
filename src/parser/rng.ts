import { UINT } from '../model/number';
import type { Rng } from '../model/rng';
import { VIRTIO_MODELS } from '../model/virtio';
import { parseChardevSource } from './chardev';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseVirtioOptions } from './virtio';

export function parseRng(element: XmlElement): Rng | undefined {
  element.required('@model', "use model='virtio'");
  element.required('backend/@model', 'use random, egd or builtin');
  const base = parseDeviceBase(element);
  // 0 is no limit, as none is
  const bytes = element.integer('rate/@bytes', { max: UINT }) || undefined;
  const period = element.integer('rate/@period', { max: UINT }) || undefined;
  const rng = {
    model: element.choice('@model', VIRTIO_MODELS) ?? 'virtio',
    rate: bytes === undefined ? undefined : { bytes, period },
    virtio: parseVirtioOptions(element),
  };
  const backend = parseBackend(element);
  return backend && { kind: 'rng', ...base, ...rng, backend };
}

function parseBackend(element: XmlElement): Rng['backend'] | undefined {
  const backend = element.only('backend');
  const type = backend?.choice('@model', ['random', 'egd', 'builtin']);
  switch (type) {
    case 'random':
      return { type, path: backend?.ownText() };
    case 'egd':
      if (backend?.has('@type') === true) return { type, chardev: parseChardevSource(backend) };
      backend?.required('@type');
      backend?.skipAll();
      return undefined;
    default:
      return type && { type };
  }
}
