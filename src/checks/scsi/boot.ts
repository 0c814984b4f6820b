import { scsiBehindPath } from '../../host/scsi';
import { lunNoBoot } from '../../diagnostics/catalog';
import { isMedia, nameOfType } from '../../resolver/scsi/host';
import type { Check } from '../check';
import { passedLuns } from './passed';

/** Devices that no firmware boots from (SeaBIOS src/hw/blockcmd.c scsi_drive_setup, EDK II ScsiDiskDxe), with a boot order. */
export const lunBoot: Check = ({ plan, context }) => {
  for (const { device, path } of passedLuns(plan)) {
    const at = device.at.of('boot');
    // An order that was chosen is of the whole device.
    if (device.bootOrder === undefined || path === undefined || at.path === device.at.path) continue;
    const [behind] = scsiBehindPath(context.host, path);
    if (behind !== undefined && !isMedia(behind)) context.report(lunNoBoot(at, nameOfType(behind)));
  }
};
