import type { Disk, DiskGeometry } from '../../model/disk';
import type { DiskFrontend } from '../../model/plan/disk';
import { scsiDriverTakes, type ScsiProperty } from '../../qemu/scsi-devices';
import type { Context } from '../context';
import type { DiskDriverChoice } from './driver';
import type { ErrorPolicies } from './error-policy';
import { busOf } from './rule';
import { planVirtioBlk } from './virtio-blk';

/** Cache modes under which the guest's writes may wait in a cache (QEMU qemu-options.hx, -drive cache). */
const WRITE_BACK = new Set(['none', 'writeback', 'unsafe']);

/** The device that the guest sees, from the choices before. */
export function planFrontend(
  disk: Disk,
  id: string,
  choice: DiskDriverChoice,
  policies: ErrorPolicies,
  context: Context,
): DiskFrontend {
  const { address, loadparm, blockio } = disk;
  const bus = busOf(disk);
  return {
    driver: choice.driver,
    bridge: choice.bridge,
    virtio: bus === 'virtio' ? planVirtioBlk(disk, context) : undefined,
    floppyUnit: bus === 'fdc' && address?.type === 'drive' ? address.unit : undefined,
    deviceId: takes(choice, 'device_id', context) ? (disk.serial ?? `drive-${id}`) : undefined,
    shareRw: shareRw(disk, choice, context),
    loadparm: context.qemu.has('virtio-ccw.loadparm') ? loadparm : undefined,
    // 0 is QEMU's word for its own choice, which libvirt leaves out
    logicalBlockSize: blockio?.logical || undefined,
    physicalBlockSize: blockio?.physical || undefined,
    discardGranularity: blockio?.discardGranularity,
    ...identity(disk, context),
    removable: removable(disk, choice, context),
    dpofua: disk.target.dpofua,
    writeCache: writeCache(disk, context),
    ...policies,
  };
}

function identity(disk: Disk, { profile, qemu }: Context): Partial<DiskFrontend> {
  const { wwn, serial, vendor, product, target } = disk;
  const scsi = busOf(disk) === 'scsi';
  return {
    wwn: wwn === undefined ? undefined : BigInt(`0x${wwn}`),
    rotationRate: target.rotationRate,
    vendor,
    product: scsi ? product : undefined,
    model: scsi ? undefined : product,
    geometry: qemu.has('disk-geometry') ? geometryOf(disk) : undefined,
    serial: profile.escapesSerials ? serial?.replaceAll(' ', '\\ ') : serial,
  };
}

/** Only as a whole. */
export function geometryOf({ geometry }: Disk): DiskGeometry | undefined {
  return geometry && geometry.cyls > 0 && geometry.heads > 0 && geometry.secs > 0 ? geometry : undefined;
}

/** Whether the driver is a SCSI device that has the property in this QEMU. */
function takes({ scsi }: DiskDriverChoice, property: ScsiProperty, { qemu }: Context): boolean {
  return scsi !== undefined && scsiDriverTakes(scsi, property, qemu);
}

function shareRw(disk: Disk, choice: DiskDriverChoice, context: Context): boolean | undefined {
  const able =
    choice.scsi === undefined ? context.qemu.has('disk-share-rw') : takes(choice, 'share-rw', context);
  const shared = disk.shareable || disk.transient?.shareBacking === true;
  return shared && able ? true : undefined;
}

/** USB sticks say always whether they can be pulled, SCSI disks only when asked. */
function removable({ target }: Disk, choice: DiskDriverChoice, context: Context): boolean | undefined {
  const { qemu } = context;
  if (choice.bridge) return takes(choice, 'removable', context) ? target.removable : undefined;
  if (target.bus !== 'usb') return target.removable;
  return qemu.has('usb-storage.removable') ? (target.removable ?? false) : undefined;
}

/** The guest's own view of the cache; a LUN that is passed through has one of its own. */
function writeCache(disk: Disk, { qemu }: Context): boolean | undefined {
  const { cache } = disk.driver;
  if (cache === undefined || cache === 'default' || disk.device === 'lun') return undefined;
  return qemu.has('disk-write-cache') ? WRITE_BACK.has(cache) : undefined;
}
