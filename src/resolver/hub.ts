import type { KindResolver } from './kind';
import { slotOf } from './address/slot';

export const hub: KindResolver<'hub'> = {
  plan: (device, guest, context) => ({
    kind: 'hub',
    device,
    id: device.alias ?? 'hub0',
    slot: slotOf(device, guest, context),
  }),
};
