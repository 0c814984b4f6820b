import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { machineFamily, type MachineFamily } from './family';

/** Boards without an ISA bus: `No 'ISA' bus found` (QEMU hw/arm/virt.c, hw/riscv/virt.c, hw/ppc/spapr.c, hw/s390x). */
const WITHOUT: ReadonlySet<MachineFamily> = new Set(['virt', 'versatile', 'pseries', 's390']);

/** Whether a card for ISA has no place; libvirt leaves it to QEMU, which refuses it. */
export function lacksIsa(guest: Domain, context: Context): boolean {
  return !context.profile.libvirtDefaults && WITHOUT.has(machineFamily(guest, context));
}
