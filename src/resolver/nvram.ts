import { nvramForeign } from '../diagnostics/catalog';
import type { KindResolver } from './kind';
import { machineFamily } from './machine/family';
import { requires } from './requires';
import { slotOf } from './address/slot';

/** Where it is unless the XML says otherwise (libvirt VIO_ADDR_NVRAM). */
const REG = 0x3000;

export const nvram: KindResolver<'nvram'> = {
  defaults: (device) =>
    device.address === undefined || (device.address.type === 'spapr-vio' && device.address.reg === undefined)
      ? { ...device, address: { type: 'spapr-vio', at: device.address?.at ?? device.at, reg: REG } }
      : device,
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
