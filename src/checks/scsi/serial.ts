import { diskSerialCut } from '../../diagnostics/catalog';
import type { Disk } from '../../model/disk';
import type { DiskFrontend } from '../../model/plan/disk';
import type { Check } from '../check';

/** Serials that the guest sees cut: links in /dev/disk/by-id have only their beginning. */
export const diskSerial: Check = ({ plan, context }) => {
  for (const device of plan.devices) {
    if (device.kind !== 'disk' || device.frontend === undefined) continue;
    const { at, serial } = device.device;
    const limit = limitOf(device.device, device.frontend);
    if (serial !== undefined && limit !== undefined && serial.length > limit)
      context.report(diskSerialCut(at.of('serial'), limit, serial.slice(0, limit)));
  }
};

/**
 * Characters of a serial that reach the guest. SCSI: VPD page 0x83 had 20 of them before it could be set on its own
 * (QEMU hw/scsi/scsi-disk.c, device_id), page 0x80 has 36; virtio-blk: VIRTIO_BLK_ID_BYTES; IDE and SATA: IDENTIFY
 * DEVICE, words 10-19; NVMe: IDENTIFY CONTROLLER, bytes 4-23.
 */
function limitOf({ target: { bus }, device }: Disk, { deviceId }: DiskFrontend): number | undefined {
  if (device === 'lun') return undefined;
  if (bus === 'scsi') return deviceId === undefined ? 20 : 36;
  return bus === 'virtio' || bus === 'ide' || bus === 'sata' || bus === 'nvme' ? 20 : undefined;
}
