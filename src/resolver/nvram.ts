import { deviceTwice, nvramForeign } from '../diagnostics/catalog';
import { devicesOf } from '../model/device';
import type { KindResolver } from './kind';
import { machineFamily } from './machine/family';
import { requires } from './requires';
import { slotOf } from './address/slot';

export const nvram: KindResolver<'nvram'> = {
  validate: (device, guest, context) => {
    const { at } = device;
    const [first] = devicesOf(guest, 'nvram');
    if (first !== undefined && first !== device) context.report(deviceTwice(at, 'NVRAM', first.at));
    if (machineFamily(guest, context) !== 'pseries') context.report(nvramForeign(at));
    else requires(context, 'nvram', at, 'the NVRAM of pSeries machines');
  },
  plan: (device, guest, context) => ({
    kind: 'nvram',
    device,
    id: device.alias ?? 'nvram',
    slot: slotOf(device, guest, context),
  }),
};
