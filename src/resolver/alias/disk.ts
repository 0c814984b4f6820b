import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { controllerAt } from '../controller/lookup';
import { hbaModelOf } from '../controller/scsi-model';
import { targetIndex } from '../target-index';

/**
 * `scsi0-0-2-5`, `scsi0-0-3` on an HBA without LUNs, `ide0-1-0`; by target where the bus has no such address, as
 * `virtio-disk0` (libvirt src/qemu/qemu_alias.c). `taken` are the names of the disks before,
 * each with the number to try after it.
 */
export function diskAlias(disk: Disk, taken: Map<string, number>, guest: Domain, context: Context): string {
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
function aliasByTarget(prefix: string, disk: Disk, taken: Map<string, number>, { profile }: Context): string {
  const first = targetIndex(disk.target.dev) ?? 0;
  let index = first;
  for (let next: number | undefined = first; profile.checksForQemu && next !== undefined;) {
    index = next;
    next = taken.get(`${prefix}${index}`);
  }
  taken.set(`${prefix}${first}`, index + 1);
  taken.set(`${prefix}${index}`, index + 1);
  return `${prefix}${index}`;
}

function hbaOf(index: number, guest: Domain, context: Context): string | undefined {
  return hbaModelOf(controllerAt(guest, 'scsi', index), guest, context);
}
