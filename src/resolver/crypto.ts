import type { KindResolver } from './kind';
import { requires } from './requires';
import { slotOf } from './address/slot';
import { virtioVariant } from './virtio/variant';

export const crypto: KindResolver<'crypto'> = {
  validate: ({ at, backend }, _guest, context) => {
    requires(context, 'virtio-crypto', at, 'a virtio crypto device');
    if (backend.model === 'lkcf')
      requires(context, 'cryptodev-backend-lkcf', at.of('backend/@model'), "the kernel's ciphers");
  },
  plan: (device, guest, context) => {
    const id = device.alias ?? '';
    return {
      kind: 'crypto',
      device,
      id,
      slot: slotOf(device, guest, context),
      ...virtioVariant('virtio-crypto', device.model, device.address, context.qemu),
      backend: { type: `cryptodev-backend-${device.backend.model}`, id: `obj${id}` },
    };
  },
};
