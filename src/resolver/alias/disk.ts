import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { controllerAt } from '../controller/lookup';
import { hbaModelOf } from '../controller/scsi-model';
import { targetIndex } from '../target-index';

/**
 * `scsi0-0-2-5`, `scsi0-0-3` on an HBA without LUNs, `ide0-1-0`; by target where the bus has no such address, as
 * `virtio-disk0` (libvirt src/qemu/qemu_alias.c). `taken` are the names of the disks before.
 */
export function diskAlias(disk: Disk, taken: Set<string>, guest: Domain, context: Context): string {
  const bus = disk.target.bus ?? 'disk';
  const { address } = disk;
  if (address?.type !== 'drive') return aliasByTarget(`${bus}-disk`, disk, taken, context);
  const { controller, bus: channel, target, unit } = address;
  const withTarget = bus === 'scsi' && hbaOf(controller, guest, context) !== 'lsilogic';
  return withTarget
    ? `${bus}${controller}-${channel}-${target}-${unit}`
    : `${bus}${controller}-${channel}-${unit}`;
}

/** `hda` and `vda` are one place; QEMU wants two names for them, of which libvirt does not think. */
function aliasByTarget(prefix: string, disk: Disk, taken: Set<string>, { profile }: Context): string {
  let index = targetIndex(disk.target.dev) ?? 0;
  while (profile.checksForQemu && taken.has(`${prefix}${index}`)) index++;
  const alias = `${prefix}${index}`;
  taken.add(alias);
  return alias;
}

function hbaOf(index: number, guest: Domain, context: Context): string | undefined {
  return hbaModelOf(controllerAt(guest, 'scsi', index), guest, context);
}
