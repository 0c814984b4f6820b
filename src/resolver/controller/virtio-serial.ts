import { vserialPorts } from '../../diagnostics/catalog';
import { VIRTIO_MODELS } from '../../model/virtio';
import { virtioVariant } from '../virtio/variant';
import type { ControllerResolver } from './type';

/** Half of the queues of a virtio device, but for the two that control the ports (QEMU hw/char/virtio-serial-bus.c). */
const MOST_PORTS = 511;

export const VIRTIO_SERIAL: ControllerResolver = {
  validate: ({ at, ports }, _guest, { profile, report }) => {
    if (ports !== undefined && (ports < 1 || ports > MOST_PORTS) && profile.checksForQemu)
      report(vserialPorts(at.of('@ports'), ports, MOST_PORTS));
  },
  plan: (base, _guest, context) => {
    const { model, address, ports, vectors } = base.device;
    const variant = VIRTIO_MODELS.find((name) => name === model) ?? 'virtio';
    return {
      ...base,
      type: 'virtio-serial',
      ...virtioVariant('virtio-serial', variant, address, context),
      maxPorts: ports,
      vectors,
    };
  },
};
