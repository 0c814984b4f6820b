import { deviceUnsupported } from '../diagnostics/catalog';
import type { KindResolver } from './kind';
import { requires } from './requires';
import { slotOf } from './address/slot';
import { virtioVariant } from './virtio/variant';

export const crypto: KindResolver<'crypto'> = {
  validate: ({ at, backend }, _guest, context) => {
    const { profile, report } = context;
    // QEMU backends/cryptodev-builtin.c
    if (backend.model === 'builtin' && (backend.queues ?? 1) > 1 && profile.checksForQemu)
      report(deviceUnsupported(at.of('backend/@queues'), 'queues for its own ciphers but one', "queues='1'"));
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
      ...virtioVariant('virtio-crypto', device.model, device.address, context),
      backend: { type: `cryptodev-backend-${device.backend.model}`, id: `obj${id}` },
    };
  },
};
