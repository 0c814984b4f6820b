import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Disk, DiskBus } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';

/** One thing that a disk must not be: what to say if it is. */
export type Rule = (disk: Disk, guest: Domain, context: Context) => Diagnostic | undefined;

/** The bus, which the defaults filled in. */
export function busOf(disk: Disk): DiskBus {
  return disk.target.bus ?? 'ide';
}
