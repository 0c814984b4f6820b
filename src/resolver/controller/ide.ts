import { ideMissing, ideSingle } from '../../diagnostics/catalog';
import { machineFamily } from '../machine/family';
import type { ControllerResolver } from './type';

/** Only ever on the board: QEMU's machines bring the one they have. */
export const IDE: ControllerResolver = {
  validate: ({ at, index = 0 }, guest, context) => {
    const family = machineFamily(guest, context);
    if (family !== 'i440fx' && family !== 'isapc' && family !== 'xen') context.report(ideMissing(at));
    else if (index > 0) context.report(ideSingle(at.of('@index')));
  },
  plan: () => undefined,
};
