import { nvramForeign } from '../diagnostics/catalog';
import type { KindResolver } from './kind';
import { machineFamily } from './machine/family';
import { requires } from './requires';
import { slotOf } from './address/slot';

export const nvram: KindResolver<'nvram'> = {
  validate: ({ at }, guest, context) => {
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
