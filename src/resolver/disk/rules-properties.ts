import {
  diskGeometryPartial,
  diskOptionInvalid,
  diskOptionMisplaced,
  diskSourceMissing,
} from '../../diagnostics/catalog';
import type { Disk } from '../../model/disk';
import { isLeftOut } from '../block-backend/available';
import { geometryOf } from './frontend';
import { busOf, isEmpty, isOnBoard, isPassedLun, type Rule } from './rule';

const isScsiDisk = (disk: Disk) =>
  disk.device === 'disk' && (busOf(disk) === 'scsi' || (busOf(disk) === 'usb' && disk.model === 'usb-bot'));

const dpofua: Rule = (disk, _guest, { qemu }) =>
  disk.target.dpofua === undefined || isScsiDisk(disk) || isOnBoard(disk, qemu)
    ? undefined
    : diskOptionMisplaced(disk.at.of('target/@dpofua'), "'dpofua'", "SCSI disks with device='disk'");

const geometryLeftOut: Rule = (disk, _guest, context) =>
  disk.geometry !== undefined && geometryOf(disk, context) === undefined
    ? diskGeometryPartial(disk.at.of('geometry'))
    : undefined;

/** Cylinders, heads and sectors as far as QEMU counts (hw/block/block.c blkconf_geometry). */
const MOST = { cyls: 65_535, heads: 255, secs: 255 } as const;
const MOST_IDE_HEADS = 16;

const geometry: Rule = (disk, _guest, context) => {
  const { qemu } = context;
  const wanted = geometryOf(disk, context);
  if (wanted === undefined || !qemu.has('disk-geometry') || isOnBoard(disk, qemu)) return undefined;
  const at = disk.at.of('geometry');
  if (isPassedLun(disk) || disk.device === 'cdrom' || disk.device === 'floppy' || busOf(disk) === 'nvme')
    return diskOptionMisplaced(at, '<geometry>', 'hard disks that QEMU emulates');
  const bus = busOf(disk);
  const most = bus === 'ide' || bus === 'sata' ? { ...MOST, heads: MOST_IDE_HEADS } : MOST;
  for (const name of ['cyls', 'heads', 'secs'] as const)
    if (wanted[name] > most[name])
      return diskOptionInvalid(
        at.of(`@${name}`),
        `a disk on bus '${bus}' has no ${wanted[name]} '${name}'`,
        `use at most ${most[name]}`,
      );
  return undefined;
};

/** A serial is as long as its field (QEMU hw/scsi/scsi-disk.c MAX_SERIAL_LEN); usb-storage has it in a shorter one, too. */
const LONGEST_SERIAL = 36;
const LONGEST_USB_SERIAL = 20;

const serial: Rule = (disk, _guest, { qemu }) => {
  const { serial: text, at, model } = disk;
  if (text === undefined || isOnBoard(disk, qemu)) return undefined;
  const bus = busOf(disk);
  if (bus === 'fdc') return diskOptionMisplaced(at.of('serial'), '<serial>', 'disks that are no floppies');
  if ((bus !== 'scsi' && bus !== 'usb') || !qemu.has('scsi-disk.serial-checked')) return undefined;
  const usb = bus === 'usb' && model !== 'usb-bot';
  const longest = usb ? LONGEST_USB_SERIAL : LONGEST_SERIAL;
  return text.length > longest
    ? diskOptionInvalid(
        at.of('serial'),
        `<serial> has ${text.length} characters`,
        `use at most ${longest}${usb ? `, or model='usb-bot' for up to ${LONGEST_SERIAL}` : ''}`,
      )
    : undefined;
};

/** usb-storage holds a medium, or can be given one (QEMU hw/scsi/scsi-disk.c scsi_realize); a namespace of NVMe holds one. */
const medium: Rule = (disk, _guest, context) => {
  const { at, target, model } = disk;
  if (busOf(disk) === 'nvme')
    return isEmpty(disk) || isLeftOut(disk.source, context)
      ? diskSourceMissing(at, "a disk on bus 'nvme'")
      : undefined;
  if (busOf(disk) !== 'usb' || model === 'usb-bot' || target.removable !== false) return undefined;
  return isEmpty(disk) || isLeftOut(disk.source, context)
    ? diskSourceMissing(at.of('target/@removable'), "a USB drive with removable='off'")
    : undefined;
};

/** What is left out, in each profile. */
export const PROPERTY_RULES: readonly Rule[] = [geometryLeftOut];

/** What the driver has no property for, or not for that value: QEMU does not start with it, and libvirt leaves it to QEMU. */
export const PROPERTY_LIMITS: readonly Rule[] = [dpofua, geometry, serial, medium];
