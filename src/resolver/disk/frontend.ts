import type { Disk, DiskGeometry } from '../../model/disk';
import type { DiskFrontend } from '../../model/plan/disk';
import { scsiDriverTakes, type ScsiProperty } from '../../qemu/scsi-devices';
import type { Context } from '../context';
import type { DiskDriverChoice } from './driver';
import type { ErrorPolicies } from './error-policy';
import { sharesWrites } from '../scsi/share-rw';
import { busOf, isEmpty, isRemovable, isServed } from './rule';
import { planVirtioBlk } from './virtio-blk';

/** Cache modes under which the guest's writes may wait in a cache (QEMU qemu-options.hx, -drive cache). */
const WRITE_BACK = new Set(['none', 'writeback', 'unsafe']);

/** QEMU hw/block/block.c, where the host's disk says nothing else. */
const DEFAULT_BLOCK_SIZE = 512;

/** The device that the guest sees, from the choices before. */
export function planFrontend(
  disk: Disk,
  id: string,
  choice: DiskDriverChoice,
  policies: ErrorPolicies,
  context: Context,
): DiskFrontend {
  const { address, loadparm, blockio } = disk;
  const { libvirtDefaults } = context.profile;
  const bus = busOf(disk);
  return {
    driver: choice.driver,
    bridge: choice.bridge,
    virtio: bus === 'virtio' ? planVirtioBlk(disk, context) : undefined,
    floppyUnit: bus === 'fdc' && address?.type === 'drive' ? address.unit : undefined,
    deviceId:
      choice.bridge === undefined && takes(choice, 'device_id', context)
        ? (disk.serial ?? `drive-${id}`)
        : undefined,
    shareRw: shareRw(disk, choice, context),
    loadparm: context.qemu.has('virtio-ccw.loadparm') ? loadparm : undefined,
    // 0 is QEMU's word for its own choice, which libvirt leaves out
    logicalBlockSize: blockio?.logical || undefined,
    physicalBlockSize: physicalSize(disk, context),
    discardGranularity: discardGranularity(blockio, libvirtDefaults),
    ...identity(disk, context),
    removable: removable(disk, choice, context),
    dpofua: disk.target.dpofua,
    statsIntervals: disk.driver.statistics?.intervals,
    migratePr: choice.driver === 'scsi-block' ? migratePr(disk, context) : undefined,
    writeCache: writeCache(disk, context),
    ...policies,
  };
}

/** 0 tells a guest that nothing can be discarded; libvirt takes it for no number. */
function discardGranularity(blockio: Disk['blockio'], libvirtDefaults: boolean): number | undefined {
  const granularity = blockio?.discardGranularity;
  return granularity === 0 && libvirtDefaults ? undefined : granularity;
}

/** QEMU's own choice is 512, which is refused below logical blocks that are larger. */
function physicalSize({ blockio, at, target }: Disk, { profile, decide }: Context): number | undefined {
  if (blockio === undefined) return undefined;
  const { logical = 0, physical } = blockio;
  if (physical || logical <= DEFAULT_BLOCK_SIZE || profile.libvirtDefaults) return physical || undefined;
  decide({
    subject: target.dev,
    value: `physical_block_size='${logical}'`,
    reason: 'a physical block is at least as large as a logical one',
    at: at.of('blockio/@logical_block_size'),
  });
  return logical;
}

function identity(disk: Disk, context: Context): Partial<DiskFrontend> {
  const { profile, qemu } = context;
  const { wwn, serial, vendor, product, target } = disk;
  const scsi = busOf(disk) === 'scsi';
  return {
    wwn,
    rotationRate: target.rotationRate,
    vendor,
    product: scsi ? product : undefined,
    model: scsi ? undefined : product,
    geometry: qemu.has('disk-geometry') ? geometryOf(disk, context) : undefined,
    serial:
      busOf(disk) === 'nvme' ? undefined : profile.escapesSerials ? serial?.replaceAll(' ', '\\ ') : serial,
  };
}

/** libvirt writes what there is of it, and lets QEMU say that the rest is missing; in -drive's era it wrote all or nothing. */
export function geometryOf({ geometry }: Disk, { profile, qemu }: Context): DiskGeometry | undefined {
  if (geometry === undefined) return undefined;
  const { cyls, heads, secs } = geometry;
  const isTaken = profile.libvirtDefaults
    ? qemu.has('blockdev') || (cyls > 0 && heads > 0 && secs > 0)
    : !isPartial(geometry);
  return isTaken ? geometry : undefined;
}

/** QEMU takes three numbers or none (hw/block/block.c blkconf_geometry). */
function isPartial({ cyls, heads, secs }: DiskGeometry): boolean {
  const given = [cyls, heads, secs].filter((number) => number > 0).length;
  return given === 1 || given === 2;
}

/** Where no such property is, reservations stay with the host. */
function migratePr({ source }: Disk, { qemu }: Context): boolean | undefined {
  return qemu.has('scsi-block.migrate-pr') ? source?.reservations?.migration : undefined;
}

/** Whether the driver is a SCSI device that has the property in this QEMU. */
function takes({ scsi }: DiskDriverChoice, property: ScsiProperty, { qemu }: Context): boolean {
  return scsi !== undefined && scsiDriverTakes(scsi, property, qemu);
}

function shareRw(disk: Disk, choice: DiskDriverChoice, context: Context): boolean | undefined {
  // nothing is locked where QEMU opens nothing
  if (isServed(disk) || !(disk.shareable || disk.transient?.shareBacking === true)) return undefined;
  const { scsi } = choice;
  const able = scsi === undefined ? context.qemu.has('disk-share-rw') : sharesWrites(disk, scsi, context);
  return able || undefined;
}

/** USB sticks say always whether they can be pulled, SCSI disks only when asked. */
function removable(disk: Disk, choice: DiskDriverChoice, context: Context): boolean | undefined {
  const { target, at } = disk;
  if (choice.bridge) return takes(choice, 'removable', context) ? target.removable : undefined;
  if (target.bus !== 'usb') return isRemovable(disk) ? target.removable : undefined;
  if (!context.qemu.has('usb-storage.removable')) return undefined;
  if (target.removable !== undefined || !isEmpty(disk) || context.profile.libvirtDefaults)
    return target.removable ?? false;
  context.decide({
    subject: target.dev,
    value: "removable='on'",
    reason: 'usb-storage takes an empty drive only if its medium can be changed',
    at: at.of('target'),
  });
  return true;
}

/** The guest's own view of the cache; a LUN that is passed through has one of its own. */
function writeCache(disk: Disk, { qemu }: Context): boolean | undefined {
  const { cache } = disk.driver;
  if (cache === undefined || cache === 'default' || disk.device === 'lun') return undefined;
  return qemu.has('disk-write-cache') ? WRITE_BACK.has(cache) : undefined;
}
