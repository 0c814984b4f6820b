import { qemuLeavesOut } from '../../diagnostics/catalog';
import type { Disk } from '../../model/disk';
import type { Hostdev } from '../../model/hostdev';
import type { Qemu } from '../../qemu/qemu';
import { scsiDriverTakes, type ScsiDriver } from '../../qemu/scsi-devices';
import type { Context } from '../context';

/** QEMU 2.10 and 2.11 lock what a SCSI device passes through, and have no word with which it lets other writers be. */
export function locksOut(driver: ScsiDriver, qemu: Qemu): boolean {
  return qemu.has('file.locking') && !scsiDriverTakes(driver, 'share-rw', qemu);
}

/** Whether a SCSI device that is shared is told to let other writers be. */
export function sharesWrites(
  { at, shareable, readonly }: Pick<Disk | Hostdev, 'at' | 'shareable' | 'readonly'>,
  driver: ScsiDriver,
  { qemu, report }: Context,
): boolean {
  if (scsiDriverTakes(driver, 'share-rw', qemu)) return true;
  if (shareable && !readonly && locksOut(driver, qemu))
    report(
      qemuLeavesOut(
        at.of('shareable'),
        `share-rw of ${driver}`,
        'its lock keeps any other QEMU on this host from the LUN',
      ),
    );
  return false;
}
