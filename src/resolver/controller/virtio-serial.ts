import { VIRTIO_MODELS } from '../../model/virtio';
import { virtioVariant } from '../virtio/variant';
import type { ControllerResolver } from './type';

export const VIRTIO_SERIAL: ControllerResolver = {
  plan: (base, _guest, context) => {
    const { model, address, ports, vectors } = base.device;
    const variant = VIRTIO_MODELS.find((name) => name === model) ?? 'virtio';
    return {
      ...base,
      type: 'virtio-serial',
      ...virtioVariant('virtio-serial', variant, address, context.qemu),
      maxPorts: ports,
      vectors,
    };
  },
};
