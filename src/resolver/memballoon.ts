import { deviceUnsupported, needsCapability } from '../diagnostics/catalog';
import type { KindResolver } from './kind';
import { slotOf } from './slot';
import { virtioVariant } from './virtio-variant';

export const memballoon: KindResolver<'memballoon'> = {
  validate: ({ at, model, freePageReporting }, _guest, { qemu, report }) => {
    if (model === 'xen') report(deviceUnsupported(at.of('@model'), "memory balloon model 'xen'", 'virtio'));
    if (freePageReporting !== undefined && !qemu.has('virtio-balloon.free-page-reporting'))
      report(needsCapability(at.of('@freePageReporting'), 'free page reporting', '5.1'));
  },
  plan: (device, guest, context) => {
    if (device.model === 'none' || device.model === 'xen') return undefined;
    return {
      kind: 'memballoon',
      device,
      id: device.alias ?? '',
      slot: slotOf(device, guest, context),
      ...virtioVariant('virtio-balloon', device.model, device.address, context.qemu),
    };
  },
};
