import { hostdevInvalid } from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Hostdev, PciHostSource } from '../../model/hostdev';
import type { PlannedVfio } from '../../model/plan/hostdev';
import type { Context } from '../context';
import { requires } from '../requires';

const NONE: PlannedVfio['initiators'] = [];

/** Generic initiators, numbered through the guest (libvirt 12.9 src/qemu/qemu_command.c). */
export function initiatorsOf(source: PciHostSource, guest: Domain): PlannedVfio['initiators'] {
  const { nodes } = source;
  if (nodes === undefined) return NONE;
  let first = 0;
  for (const { source: other } of devicesOf(guest, 'hostdev')) {
    if (other === source) break;
    if (other.type === 'pci') first += other.nodes?.length ?? 0;
  }
  return nodes.map((node, place) => ({ id: `gi${first + place}`, node }));
}

/** QEMU hw/acpi/acpi_generic_initiator.c: no cell that the guest does not have. libvirt leaves that to QEMU. */
export function validateInitiators(
  { at }: Hostdev,
  { nodes }: PciHostSource,
  guest: Domain,
  context: Context,
): void {
  if (nodes === undefined) return;
  const place = at.of('acpi/@nodeset');
  requires(context, 'acpi-generic-initiator', place, 'NUMA cells of a PCI device');
  const absent = nodes.find((node) => !guest.numa.cells.some(({ id }) => id === node));
  if (absent !== undefined && context.profile.checksForQemu)
    context.report(hostdevInvalid(place, `the guest has no NUMA cell ${absent}`, 'cells of <cpu><numa>'));
}
