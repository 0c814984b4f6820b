import type { Domain } from '../model/domain';
import type { PlannedRng } from '../model/plan/rng';
import type { Rng } from '../model/rng';
import { planChardev, validateChardev } from './chardev';
import type { Context } from './context';
import type { KindResolver } from './kind';
import { requires } from './requires';
import { slotOf } from './address/slot';
import { virtioVariant } from './virtio/variant';

/** Where the host's random numbers are, if the XML names no other place. */
export const RANDOM = '/dev/random';

export const rng: KindResolver<'rng'> = {
  validate: ({ at, backend }, guest, context) => {
    if (backend.type === 'egd') validateChardev(backend.chardev, guest, context);
    requires(context, 'virtio-rng', at, 'a random number generator');
    if (backend.type === 'builtin')
      requires(context, 'rng-builtin', at.of('backend/@model'), 'the builtin random number source');
  },
  plan: (device, guest, context) => {
    const id = device.alias ?? '';
    return {
      kind: 'rng',
      device,
      id,
      slot: slotOf(device, guest, context),
      ...virtioVariant('virtio-rng', device.model, device.address, context),
      objectId: `obj${id}`,
      backend: backendOf(device, id, guest, context),
    };
  },
};

function backendOf({ backend }: Rng, id: string, guest: Domain, context: Context): PlannedRng['backend'] {
  if (backend.type === 'builtin') return { type: 'rng-builtin' };
  if (backend.type === 'egd')
    return {
      type: 'rng-egd',
      chardev: planChardev(backend.chardev, { id: `char${id}`, alias: id }, guest, context),
    };
  const filename = backend.path ?? RANDOM;
  context.resource({ path: filename, access: 'read', shared: true, usedBy: id });
  return { type: 'rng-random', filename };
}
