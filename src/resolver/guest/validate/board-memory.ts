import { isX86 } from '../../../qemu/architectures';
import { memoryUnfit } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import { MIB } from '../../../model/number';
import { fits, memoryLimitOf, nearest } from '../../../qemu/machines/memory-limits';
import { releaseOf } from '../../../qemu/version';
import type { Context } from '../../context';
import { machineOf } from '../../machine/type';
import { initialMemory } from '../memory';

/** Boards with room for so much memory, or for chips of some sizes alone, which libvirt leaves to QEMU. */
export function validateBoardMemory(guest: Domain, context: Context): void {
  const { qemu, profile, report } = context;
  if (isX86(qemu.arch) || !profile.checksForQemu) return;
  const machine = machineOf(guest, context);
  const limit = memoryLimitOf(qemu.arch, machine, releaseOf(qemu.version));
  const mib = Math.floor(initialMemory(guest, context) / MIB);
  if (limit === undefined || mib <= 0 || fits(mib, limit)) return;
  report(memoryUnfit(guest.memory.at, machine, mib, nearest(mib, limit)));
}
