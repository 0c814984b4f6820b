import type { ControllerType } from '../../model/controller';
import { devicesOf } from '../../model/device';
import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Slot } from '../../model/slot';
import type { Context } from '../context';
import { planScsiSlot } from '../scsi-address';
import { slotOf } from '../slot';
import { busOf } from './rule';

/** Where the disk plugs in: IDE has units on a bus, SATA a bus for each disk, floppies no bus of their own. */
export function diskSlot(disk: Disk, guest: Domain, context: Context): Slot {
  const { address } = disk;
  if (address?.type !== 'drive') return slotOf(disk, guest, context);
  switch (busOf(disk)) {
    case 'scsi':
      return planScsiSlot(disk, guest, context);
    case 'ide':
      return {
        type: 'ide',
        bus: `${controllerId(guest, 'ide', address.controller)}.${address.bus}`,
        unit: address.unit,
      };
    case 'sata':
      return { type: 'ide', bus: `${controllerId(guest, 'sata', address.controller)}.${address.unit}` };
    default:
      return { type: 'none' };
  }
}

function controllerId(guest: Domain, type: ControllerType, index: number): string {
  const found = devicesOf(guest, 'controller').find(
    (controller) => controller.type === type && controller.index === index,
  );
  return found?.alias ?? `${type}${index}`;
}
