import type { ControllerType } from '../../model/controller';
import type { PlannedController, PlannedPlainController } from '../../model/plan/controller';
import { device, type Arg } from '../args';
import { slotProperties } from '../slot';
import { emitPciController } from './pci';
import { emitScsiController } from './scsi';
import { emitUsbController } from './usb';
import { emitVirtioSerial } from './virtio-serial';

/** The order in which libvirt writes controllers (src/qemu/qemu_command.c); CCID readers come after, as USB devices. */
export const CONTROLLER_ORDER: readonly ControllerType[] = [
  'pci',
  'usb',
  'scsi',
  'ide',
  'sata',
  'virtio-serial',
  'xenbus',
  'nvme',
];

/** One controller's arguments; none for one on the board. */
export function emitController(planned: PlannedController): readonly Arg[] {
  switch (planned.type) {
    case 'pci':
      return emitPciController(planned);
    case 'usb':
      return emitUsbController(planned);
    case 'scsi':
      return emitScsiController(planned.id, planned.slot, planned.hba);
    case 'virtio-serial':
      return emitVirtioSerial(planned);
    case 'nvme': {
      const { driver, id, serial, queues, slot } = planned;
      return [device({ driver, id, serial, num_queues: queues, ...slotProperties(slot) })];
    }
    case 'sata':
    case 'ccid':
      return emitPlain(planned);
    default:
      return [];
  }
}

function emitPlain({ driver, id, slot }: PlannedPlainController): Arg[] {
  return [device({ driver, id, ...slotProperties(slot) })];
}
