import { scsiOrderDiffers } from '../../diagnostics/catalog';
import type { DriveAddress } from '../../model/address';
import type { Disk } from '../../model/disk';
import { driveAddressOf, scsiLuns } from '../../resolver/scsi/address';
import { targetIndex } from '../../resolver/target-index';
import type { Check } from '../check';

/** Names of SCSI disks that a guest, which counts by address, gives the other way round. Said once. */
export const scsiOrder: Check = ({ guest, context }) => {
  const disks = scsiLuns(guest).filter((lun): lun is Disk => lun.kind === 'disk' && lun.device !== 'cdrom');
  const placed = disks.flatMap((disk) => {
    const index = targetIndex(disk.target.dev);
    const address = driveAddressOf(disk);
    return index === undefined || address === undefined ? [] : [{ disk, index, address }];
  });
  placed.sort((a, b) => byAddress(a.address, b.address));
  for (const [position, { disk, index }] of placed.entries()) {
    const before = placed[position - 1];
    if (before === undefined || before.index < index) continue;
    const { at, target } = disk;
    const first = { name: before.disk.target.dev, at: before.disk.at.of('target/@dev') };
    context.report(scsiOrderDiffers(at.of('target/@dev'), target.dev, first));
    return;
  }
};

function byAddress(a: DriveAddress, b: DriveAddress): number {
  return a.controller - b.controller || a.bus - b.bus || a.target - b.target || a.unit - b.unit;
}
