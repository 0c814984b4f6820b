import { ideBusesOf } from '../../qemu/machines/buses';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { machineFamily } from './family';
import { machineOf } from './type';

/** Those that libvirt knows beside the PCs (src/qemu/qemu_domain.c, qemuDomainMachineHasBuiltinIDE). */
const OF_LIBVIRT: readonly string[] = ['malta', 'sun4u', 'g3beige'];

/** How many IDE buses the board has, of two disks each. QEMU can add none, and what the board has is told by no option. */
export function ideBuses(guest: Domain, context: Context): number {
  const family = machineFamily(guest, context);
  if (family === 'i440fx' || family === 'xen') return 2;
  const machine = machineOf(guest, context);
  return context.profile.libvirtDefaults && !OF_LIBVIRT.includes(machine) ? 0 : ideBusesOf(machine);
}

/** Whether the board's own goes by the name `ide`, as its buses are `ide.0` and `ide.1`; libvirt has a number on Xen's. */
export function isNamedIde(guest: Domain, context: Context): boolean {
  const { libvirtDefaults } = context.profile;
  return ideBuses(guest, context) > 0 && !(libvirtDefaults && machineFamily(guest, context) === 'xen');
}
