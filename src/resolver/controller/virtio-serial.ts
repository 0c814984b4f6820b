import { VIRTIO_MODELS } from '../../model/virtio';
import { virtioDriver } from '../virtio-driver';
import type { ControllerResolver } from './type';

export const VIRTIO_SERIAL: ControllerResolver = {
  plan: (base) => {
    const { model, address, ports, vectors } = base.device;
    const variant = VIRTIO_MODELS.find((name) => name === model) ?? 'virtio';
    return {
      ...base,
      type: 'virtio-serial',
      driver: virtioDriver('virtio-serial', variant, address),
      maxPorts: ports,
      vectors,
    };
  },
};
