import { isArm, isRiscv } from '../../../qemu/architectures';
import { hasPciBus } from '../../../qemu/machines/buses';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { machineFamily, type MachineFamily } from '../../machine/family';
import { machineOf } from '../../machine/type';

/**
 * Of the boards of ARM and RISC-V libvirt gives only these PCI addresses; what is plugged into others is QEMU's guess,
 * and without libvirt into those of more architectures.
 */
export function mayHavePci(guest: Domain, context: Context): boolean {
  const arch = guest.os.arch ?? context.qemu.arch;
  const family = machineFamily(guest, context);
  if (isArm(arch) || isRiscv(arch)) return family !== 'other' && family !== 'realview';
  return context.profile.libvirtDefaults || family !== 'other';
}

/** The board is known, and has no PCI bus; libvirt leaves it to QEMU. */
export function lacksPci(guest: Domain, context: Context): boolean {
  if (context.profile.libvirtDefaults) return false;
  return WITHOUT.includes(machineFamily(guest, context)) || pciOf(guest, context) === false;
}

/** QEMU hw/i386/microvm.c has one where its property `pcie` is on, which it is not by itself. */
const WITHOUT: readonly MachineFamily[] = ['isapc', 'microvm', 'none'];

function pciOf(guest: Domain, context: Context): boolean | undefined {
  const { qemu } = context;
  const machine = machineOf(guest, context);
  const has = hasPciBus(qemu.arch, machine);
  return has === undefined || qemu.machine(machine) === undefined ? undefined : has;
}
