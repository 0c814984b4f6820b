import { acpiIndexMisplaced, romMisplaced } from '../../diagnostics/catalog';
import type { Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { missing } from '../requires';

/** What only a device on PCI has: an ACPI index, and an option ROM (libvirt src/qemu/qemu_validate.c, src/qemu/qemu_command.c). */
export function checkPciAlone(guest: Domain, context: Context): Domain {
  for (const device of guest.devices) {
    if (device.acpiIndex !== undefined) checkAcpiIndex(device, context);
    if ('rom' in device && device.rom !== undefined && device.address?.type !== 'pci')
      context.report(romMisplaced(device.at.of('rom')));
  }
  return guest;
}

/** `<acpi index=>` names a device after its PCI slot. */
function checkAcpiIndex({ at, address }: Device, { qemu, report }: Context): void {
  const place = at.of('acpi/@index');
  const problem =
    address?.type === 'pci'
      ? missing(qemu, 'acpi-index', place, 'an ACPI index of devices')
      : acpiIndexMisplaced(place);
  if (problem) report(problem);
}
