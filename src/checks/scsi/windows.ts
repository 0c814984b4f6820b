import { windowsLunUnseen } from '../../diagnostics/catalog';
import { driveAddressOf, hbaAt, scsiLuns } from '../../resolver/scsi/address';
import type { Check } from '../check';
import { isWindows } from '../guest-os';

/** The vioscsi driver asks for LUNs 0 to 254 (virtio-win kvm-guest-drivers-windows issues 1442 and 1511). */
const LAST = 254;

export const windowsLuns: Check = ({ guest, context }) => {
  if (!isWindows(guest)) return;
  for (const lun of scsiLuns(guest)) {
    const address = driveAddressOf(lun);
    if (address === undefined || address.unit <= LAST) continue;
    if (hbaAt(guest, address.controller, context)?.startsWith('virtio') === true)
      context.report(windowsLunUnseen(address.at.of('@unit'), address.unit));
  }
};
