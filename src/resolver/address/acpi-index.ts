import { acpiIndexMisplaced } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { missing } from '../requires';

/** `<acpi index=>` names a device after its PCI slot: only PCI devices have it (libvirt src/qemu/qemu_validate.c). */
export function checkAcpiIndexes(guest: Domain, context: Context): Domain {
  for (const { at, address, acpiIndex } of guest.devices) {
    if (acpiIndex === undefined) continue;
    const place = at.of('acpi/@index');
    const problem =
      address?.type === 'pci'
        ? missing(context.qemu, 'acpi-index', place, 'an ACPI index of devices')
        : acpiIndexMisplaced(place);
    if (problem) context.report(problem);
  }
  return guest;
}
