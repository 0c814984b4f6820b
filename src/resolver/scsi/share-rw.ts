import { qemuLeavesOut } from '../../diagnostics/catalog';
import type { Disk } from '../../model/disk';
import type { Hostdev } from '../../model/hostdev';
import { scsiDriverTakes, type ScsiDriver } from '../../qemu/scsi-devices';
import type { Context } from '../context';

/** Whether a SCSI device that is shared lets other writers be; QEMU 2.10 and 2.11 lock images and have no word for it. */
export function sharesWrites(
  { at, shareable, readonly }: Pick<Disk | Hostdev, 'at' | 'shareable' | 'readonly'>,
  driver: ScsiDriver,
  { qemu, report }: Context,
): boolean {
  if (scsiDriverTakes(driver, 'share-rw', qemu)) return true;
  if (shareable && !readonly && qemu.has('file.locking'))
    report(
      qemuLeavesOut(
        at.of('shareable'),
        `share-rw of ${driver}`,
        'its lock keeps any other QEMU on this host from the LUN',
      ),
    );
  return false;
}
