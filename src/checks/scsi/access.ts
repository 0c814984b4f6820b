import { scsiBehindPath } from '../../host/scsi';
import {
  lunCommandsFiltered,
  lunReadonlyUnkept,
  lunReadonlyUnseen,
  rawioNeeded,
  sgMissing,
} from '../../diagnostics/catalog';
import type { Device } from '../../model/device';
import type { Place } from '../../model/place';
import type { Context } from '../../resolver/context';
import { isScsiLun } from '../../resolver/scsi/address';
import { isMedia, nameOfType } from '../../resolver/scsi/host';
import { RAWIO } from '../../resolver/scsi/rawio';
import type { Check } from '../check';
import { passedLuns, type PassedLun } from './passed';

/** What the guest is told of write protection, and what the process needs to pass commands on. */
export const lunAccess: Check = ({ guest, plan, context, skip }) => {
  const { host, qemu, report } = context;
  const told = new Set<string>();
  for (const lun of passedLuns(plan)) {
    const { device, driver } = lun;
    // The LUNs of a whole target have one element.
    if (!device.readonly || told.has(device.at.path)) continue;
    told.add(device.at.path);
    const at = device.at.of('readonly');
    if (driver === 'scsi-generic' && !qemu.has('scsi-generic.readonly')) report(lunReadonlyUnseen(at));
    checkReadonly(at, lun, context);
  }
  const raw = guest.devices.find(
    (device) => (device.kind === 'disk' || device.kind === 'hostdev') && device.rawio === true,
  );
  if (raw !== undefined) {
    report(rawioNeeded(raw.at.of('@rawio'), host.scsiUse?.rawio, RAWIO.prefix.slice(0, -1).join(' ')));
    if (host.scsiUse === undefined) skip('whether this user has the capability CAP_SYS_RAWIO');
  }
  const local = guest.devices.find(isLocalLun);
  // A host without any SCSI device has no use for the driver.
  const some = host.scsi !== undefined && host.scsi.length > 0;
  if (local !== undefined && some && host.scsiUse?.sg === false) report(sgMissing(local.at.of('source')));
};

/**
 * What the kernel keeps from a LUN that is open for reading alone: by capability(7) CAP_SYS_RAWIO nothing, else all but a list
 * made for disks and CDs (Linux drivers/scsi/sg.c sg_new_write, scsi_ioctl.c scsi_cmd_allowed).
 */
function checkReadonly(at: Place, { device, driver, path }: PassedLun, { host, report }: Context): void {
  if (path === undefined) return;
  if (device.rawio === true) return report(lunReadonlyUnkept(at));
  const [behind] = scsiBehindPath(host, path);
  if (driver === 'scsi-generic' && behind !== undefined && !isMedia(behind) && host.scsiUse?.rawio !== true)
    report(lunCommandsFiltered(at, nameOfType(behind)));
}

/** A LUN of the host's, which has an sg node where the driver is there; a disk may do by its block node. */
function isLocalLun(device: Device): boolean {
  if (device.kind === 'hostdev') return isScsiLun(device) && device.source.type !== 'scsi-iscsi';
  if (device.kind !== 'disk' || device.device !== 'lun' || device.source?.type !== 'block') return false;
  return device.source.path !== undefined && /^\/dev\/sg\d/.test(device.source.path);
}
