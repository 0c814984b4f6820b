import { romMisplaced } from '../../diagnostics/catalog';
import type { Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { checkAcpiIndexes } from './acpi-index';

/** What only a device on PCI has: an ACPI index, and an option ROM (libvirt src/qemu/qemu_validate.c, src/qemu/qemu_command.c). */
export function checkPciAlone(guest: Domain, context: Context): Domain {
  let named: Device[] | undefined;
  for (const device of guest.devices) {
    if (device.acpiIndex !== undefined) (named ??= []).push(device);
    if ('rom' in device && device.rom !== undefined && device.address?.type !== 'pci')
      context.report(romMisplaced(device.at.of('rom')));
  }
  if (named !== undefined) checkAcpiIndexes(named, guest, context);
  return guest;
}
