import { diskOnSgNode, scsiBlockType, scsiGenericForDisk } from '../../diagnostics/catalog';
import { deviceNodeByPath, scsiBehindPath, scsiDeviceByNode, stableName } from '../../host/scsi';
import { devicesOf } from '../../model/device';
import { factOf, isMedia } from '../../resolver/scsi/host';
import type { Check, CheckInput } from '../check';
import { passedLuns } from './passed';

/** Whether the driver fits the type of device: a profile or an option may have decided against what the host says. */
export const lunDrivers: Check = (input) => {
  const { plan, context, skip } = input;
  for (const { at, path, driver } of passedLuns(plan)) {
    if (path === undefined) continue;
    const [device] = scsiBehindPath(context.host, path);
    if (device === undefined) skip('whether its LUNs are disks, tapes or something else');
    else if (driver === 'scsi-block' && !isMedia(device))
      context.report(scsiBlockType(at, path, factOf(device)));
    else if (driver === 'scsi-generic' && isMedia(device) && device.block && context.qemu.has('scsi-block'))
      context.report(scsiGenericForDisk(at, path, stableName(device.block) ?? device.block.path));
  }
  emulatedOnSg(input);
};

/** scsi-hd and all other emulated disks ask for a block node: "unwanted /dev/sg*" (QEMU hw/scsi/scsi-disk.c). */
function emulatedOnSg({ guest, context }: CheckInput): void {
  for (const { device, source } of devicesOf(guest, 'disk')) {
    if (device === 'lun' || source?.type !== 'block' || source.path === undefined) continue;
    const { path } = source;
    const found = scsiDeviceByNode(context.host, path);
    const known = typeof found === 'object' ? found : undefined;
    const node = known && deviceNodeByPath(known, path);
    const isSg = /^\/dev\/sg\d+$/.test(path) || (node !== undefined && node === known?.sg);
    if (isSg) context.report(diskOnSgNode(source.at.of('@dev'), path, known?.block?.path));
  }
}
