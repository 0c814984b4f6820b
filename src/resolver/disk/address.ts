import { targetNameUnknown } from '../../diagnostics/catalog';
import type { DrivePosition } from '../../model/address';
import type { DiskBus, Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { nvmeTarget, targetIndex } from '../target-index';
import { mapDevices } from '../map-devices';

/**
 * Where a bus has its n-th disk, as libvirt counts (virDomainDiskDefAssignAddress). SCSI is a pass of its own, since it
 * depends on the HBA; the others without a rule have no drive addresses.
 */
const POSITION: Readonly<Record<DiskBus, ((index: number) => DrivePosition) | undefined>> = {
  ide: (n) => ({ controller: n >> 2, bus: (n >> 1) & 1, target: 0, unit: n & 1 }),
  sata: (n) => ({ controller: Math.floor(n / 6), bus: 0, target: 0, unit: n % 6 }),
  nvme: (n) => ({ controller: 0, bus: 0, target: 0, unit: n }),
  fdc: (n) => ({ controller: n >> 1, bus: 0, target: 0, unit: n & 1 }),
  scsi: undefined,
  virtio: undefined,
  usb: undefined,
  sd: undefined,
  xen: undefined,
  uml: undefined,
};

/** Gives IDE, SATA and floppy disks without an address the one that their target name says. */
export function assignDriveAddresses(guest: Domain, context: Context): Domain {
  return mapDevices(guest, (device) =>
    device.kind === 'disk' && device.address === undefined ? located(device, context) : device,
  );
}

function located(disk: Disk, context: Context): Disk {
  const { bus, dev } = disk.target;
  const position = bus && POSITION[bus];
  if (bus === 'scsi') return disk;
  const place = bus === 'nvme' ? nvmeTarget(dev) : undefined;
  if (place !== undefined) {
    const { controller, namespace } = place;
    const at = disk.at.of('target/@dev');
    return { ...disk, address: { type: 'drive', at, controller, bus: 0, target: 0, unit: namespace - 1 } };
  }
  const index = targetIndex(dev);
  if (index === undefined) {
    if (dev !== '') context.report(targetNameUnknown(disk.at.of('target/@dev'), dev));
    return disk;
  }
  if (position === undefined) return disk;
  return { ...disk, address: { type: 'drive', at: disk.at.of('target/@dev'), ...position(index) } };
}
