import { machineFamily } from '../machine/family';
import { requires } from '../requires';
import type { ControllerResolver } from './type';

/** ahci; the first one of q35 is on the board. */
export const SATA: ControllerResolver = {
  validate: ({ at }, _guest, context) => requires(context, 'ich9-ahci', at.of('@type'), 'a SATA controller'),
  plan: (base, guest, context) =>
    base.device.index === 0 && machineFamily(guest, context) === 'q35'
      ? undefined
      : { ...base, type: 'sata', driver: 'ahci' },
};
