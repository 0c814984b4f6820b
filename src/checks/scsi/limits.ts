import { lunTransferLimit } from '../../diagnostics/catalog';
import type { BlockDevice } from '../../host/facts';
import { blockBehind, scsiBehindPath } from '../../host/scsi';
import { isVirtioScsi } from '../../resolver/controller/scsi';
import { hbaModelOf } from '../../resolver/controller/scsi-model';
import { driveAddressOf, isScsiLun, scsiController } from '../../resolver/scsi/address';
import type { Check, CheckInput } from '../check';
import { isWindows } from '../guest-os';
import { passedLuns, type PassedLun } from './passed';
import { checkTape } from './tape';

/** KiB of the smallest page; a request in segments of a page each is the worst case. */
const PAGE = 4;
/** Sectors of 512 bytes, in which virtio-scsi counts. */
const PER_KB = 2;
const TAPE = 1;

/** Requests that are larger than the host's queue or adapter takes: the guest sees them fail. */
export const transferLimits: Check = (input) => {
  for (const lun of passedLuns(input.plan)) {
    if (lun.path === undefined) continue;
    const block = blockBehind(input.context.host, lun.path);
    const [device] = scsiBehindPath(input.context.host, lun.path);
    if (block === undefined && device === undefined) input.skip('transfer limits of its LUNs');
    if (block !== undefined) checkDisk(lun, block, input);
    else if (device?.type === TAPE) checkTape(lun, device, input);
  }
};

/**
 * QEMU tells the guest of the queue's limits in VPD page B0: of scsi-block since 6.1, of segments since 6.2 (commits
 * 18473467d5 and cc07162953). Before, `max_sectors` of the controller does it.
 */
function checkDisk(
  { at, device, driver, path = '' }: PassedLun,
  block: BlockDevice,
  input: CheckInput,
): void {
  const { guest, context } = input;
  const limit = limitOf(block);
  const address = isScsiLun(device) ? driveAddressOf(device) : undefined;
  const controller = address && scsiController(guest, address.controller);
  const virtio = isVirtioScsi(hbaModelOf(controller, guest, context));
  // The driver of Windows takes no notice of VPD page B0 (kvm-guest-drivers-windows issue 498).
  const windows = virtio && isWindows(guest);
  const told = context.qemu.has('scsi-block.max-hw-iov') && !windows;
  if (limit === undefined || told) return;
  const asked = controller?.driver.maxSectors;
  const sectors = limit * PER_KB;
  if (asked !== undefined && asked <= sectors) return;
  context.report(lunTransferLimit(at, path, driver, limit, { sectors, windows, virtio }));
}

/** KiB. A queue of many segments is no limit: the guest's own requests end at 1280 KiB or below. */
function limitOf({ maxSectorsKb, maxSegments }: BlockDevice): number | undefined {
  const bySegments = maxSegments === undefined || maxSegments === 0 ? Infinity : maxSegments * PAGE;
  const limit = Math.min(maxSectorsKb ?? Infinity, bySegments);
  return limit < 1280 ? limit : undefined;
}
