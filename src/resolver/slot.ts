import type { Device } from '../model/device';
import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import type { ControllerType } from '../model/controller';
import type { Slot } from '../model/slot';
import type { Context } from './context';

const hex = (value: number) => `0x${value.toString(16)}`;

/** The device's address in QEMU's words: bus names come from the controllers' ids. */
export function slotOf(device: Device, guest: Domain, _context: Context): Slot {
  const { address } = device;
  switch (address?.type) {
    case 'pci': {
      const fn = address.function === 0 ? '' : `.${hex(address.function)}`;
      return {
        type: 'pci',
        bus: aliasOf('pci', address.bus, guest),
        addr: `${hex(address.slot)}${fn}`,
        multifunction: address.multifunction,
        acpiIndex: device.acpiIndex,
      };
    }
    case 'usb':
      return { type: 'usb', bus: `${aliasOf('usb', address.bus, guest)}.0`, port: address.port };
    case 'virtio-serial':
      return {
        type: 'virtio-serial',
        bus: `${aliasOf('virtio-serial', address.controller, guest)}.${address.bus}`,
        nr: address.port ?? 0,
      };
    default:
      return { type: 'none' };
  }
}

function aliasOf(type: ControllerType, index: number, guest: Domain): string {
  const found = devicesOf(guest, 'controller').find(
    (controller) => controller.type === type && controller.index === index,
  );
  return found?.alias ?? `${type}${index}`;
}
