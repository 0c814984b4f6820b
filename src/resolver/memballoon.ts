import { deviceTwice, deviceUnsupported } from '../diagnostics/catalog';
import { devicesOf } from '../model/device';
import type { KindResolver } from './kind';
import { requires } from './requires';
import { slotOf } from './address/slot';
import { virtioVariant } from './virtio/variant';

export const memballoon: KindResolver<'memballoon'> = {
  validate: (device, guest, context) => {
    const { at, autodeflate, model, freePageReporting } = device;
    const [first] = devicesOf(guest, 'memballoon');
    if (first !== undefined && first !== device) context.report(deviceTwice(at, 'memory balloon', first.at));
    if (model === 'xen')
      context.report(deviceUnsupported(at.of('@model'), "memory balloon model 'xen'", 'virtio'));
    if (autodeflate !== undefined)
      requires(context, 'virtio-balloon-pci.deflate-on-oom', at.of('@autodeflate'), "'autodeflate'");
    if (freePageReporting !== undefined)
      requires(
        context,
        'virtio-balloon.free-page-reporting',
        at.of('@freePageReporting'),
        'free page reporting',
      );
  },
  plan: (device, guest, context) => {
    if (device.model === 'none' || device.model === 'xen') return undefined;
    return {
      kind: 'memballoon',
      device,
      id: device.alias ?? '',
      slot: slotOf(device, guest, context),
      ...virtioVariant('virtio-balloon', device.model, device.address, context),
    };
  },
};
