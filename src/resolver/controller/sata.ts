import { machineFamily } from '../machine/family';
import type { ControllerResolver } from './type';

/** ahci; the first one of q35 is on the board. */
export const SATA: ControllerResolver = {
  plan: (base, guest, context) =>
    base.device.index === 0 && machineFamily(guest, context) === 'q35'
      ? undefined
      : { ...base, type: 'sata', driver: 'ahci' },
};
