import { lunReadonlyUnseen, rawioNeeded, sgMissing } from '../../diagnostics/catalog';
import type { Device } from '../../model/device';
import { isScsiLun } from '../../resolver/scsi/address';
import { RAWIO } from '../../resolver/scsi/rawio';
import type { Check } from '../check';
import { passedLuns } from './passed';

/** What the guest is told of write protection, and what the process needs to pass commands on. */
export const lunAccess: Check = ({ guest, plan, context, skip }) => {
  const { host, qemu, report } = context;
  for (const { device, driver } of passedLuns(plan))
    if (device.readonly && driver === 'scsi-generic' && !qemu.has('scsi-generic.readonly'))
      report(lunReadonlyUnseen(device.at.of('readonly')));
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

/** A LUN of the host's, which has an sg node where the driver is there; a disk may do by its block node. */
function isLocalLun(device: Device): boolean {
  if (device.kind === 'hostdev') return isScsiLun(device) && device.source.type !== 'scsi-iscsi';
  if (device.kind !== 'disk' || device.device !== 'lun' || device.source?.type !== 'block') return false;
  return device.source.path !== undefined && /^\/dev\/sg\d/.test(device.source.path);
}
