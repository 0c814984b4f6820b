import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { machineFamily } from '../../machine/family';

/** Of the boards of ARM and RISC-V libvirt gives only these PCI addresses; what is plugged into others is QEMU's guess. */
export function mayHavePci(guest: Domain, context: Context): boolean {
  const arch = guest.os.arch ?? context.qemu.arch;
  const family = machineFamily(guest, context);
  return !/^(aarch64|arm|riscv)/.test(arch) || (family !== 'other' && family !== 'realview');
}
