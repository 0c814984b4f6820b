import {
  diskIdentityTwice,
  diskOptionInvalid,
  diskOptionMisplaced,
  nvmeSerialOther,
} from '../../diagnostics/catalog';
import type { Disk } from '../../model/disk';
import type { Place } from '../../model/place';
import { controllerAt } from '../controller/lookup';
import { firstDisks } from './first-disks';
import { busOf, type Rule } from './rule';

/** What SCSI INQUIRY has room for (SPC-4 6.6.2). */
const VENDOR_LENGTH = 8;
const PRODUCT_LENGTH = 16;
const PRINTABLE = /^[\x20-\x7e]*$/;
/** libvirt src/qemu/qemu_validate.c: what a serial may hold. */
const SERIAL = /^[A-Za-z0-9\-_\\ .+]*$/;

const vendor: Rule = (disk) => {
  if (disk.vendor === undefined) return undefined;
  const at = disk.at.of('vendor');
  if (busOf(disk) !== 'scsi') return diskOptionMisplaced(at, '<vendor>', 'SCSI disks');
  return text(at, '<vendor>', disk.vendor, VENDOR_LENGTH);
};

const product: Rule = (disk) => {
  if (disk.product === undefined) return undefined;
  const at = disk.at.of('product');
  const bus = busOf(disk);
  if (!['scsi', 'sata', 'ide'].includes(bus))
    return diskOptionMisplaced(at, '<product>', 'SCSI, SATA and IDE disks');
  return text(at, '<product>', disk.product, bus === 'scsi' ? PRODUCT_LENGTH : IDE_MODEL_LENGTH);
};

/** IDENTIFY DEVICE words 27 to 46 (ATA8-ACS 7.16). */
const IDE_MODEL_LENGTH = 40;

function text(at: Place, what: string, value: string, length: number) {
  if (!PRINTABLE.test(value))
    return diskOptionInvalid(at, `${what} holds characters that cannot be printed`, 'use ASCII');
  return value.length > length
    ? diskOptionInvalid(at, `${what} has ${value.length} characters`, `use at most ${length}`)
    : undefined;
}

const wwn: Rule = (disk, _guest, { profile }) => {
  if (disk.wwn === undefined) return undefined;
  const at = disk.at.of('wwn');
  // QEMU's ide-hd has it wherever it is plugged in
  if (busOf(disk) === 'sata' && profile.checksForLibvirt)
    return diskOptionMisplaced(at, '<wwn>', 'SCSI and IDE disks');
  return ['scsi', 'ide', 'sata'].includes(busOf(disk))
    ? undefined
    : diskOptionMisplaced(at, '<wwn>', 'SCSI, SATA and IDE disks');
};

const serial: Rule = (disk) => {
  if (disk.serial === undefined) return undefined;
  const at = disk.at.of('serial');
  if (!SERIAL.test(disk.serial))
    return diskOptionInvalid(
      at,
      '<serial> holds characters that QEMU would misread',
      'use letters, digits, blanks and - _ . + \\',
    );
  return undefined;
};

const geometry: Rule = (disk) => {
  if (disk.geometry === undefined) return undefined;
  const bus = busOf(disk);
  const at = disk.at.of('geometry');
  if (bus === 'usb' || bus === 'sd')
    return diskOptionMisplaced(at, '<geometry>', 'IDE, SCSI and virtio disks');
  return disk.geometry.trans !== undefined && bus !== 'ide'
    ? diskOptionMisplaced(at.of('@trans'), "'trans'", 'IDE disks')
    : undefined;
};

/** Serials name disks within a bus (/dev/disk/by-id/virtio-..., ata-...), WWNs everywhere. */
const serialName = ({ serial: text, target }: Disk) => text && `${target.bus ?? ''} ${text}`;
const wwnName = ({ wwn: text }: Disk) => text?.toLowerCase();

const twin = (element: 'serial' | 'wwn', nameOf: (disk: Disk) => string | undefined): Rule => {
  const byName = firstDisks(nameOf);
  return (disk, guest) => {
    const name = nameOf(disk);
    const first = name === undefined ? undefined : byName(guest, name);
    if (first === undefined || first === disk || samePath(first, disk) || sameNvme(first, disk))
      return undefined;
    return diskIdentityTwice(disk.at.of(element), element, first.at.of(element));
  };
};

/** Two ways to one image: the guest is to find the same disk behind both. */
function samePath({ source: one }: Disk, { source: other }: Disk): boolean {
  const path = one !== undefined && 'path' in one ? one.path : undefined;
  return path !== undefined && other !== undefined && 'path' in other && other.path === path;
}

/** Namespaces of one NVMe controller, whose serial it is. */
function sameNvme({ target, address: one }: Disk, { address: other }: Disk): boolean {
  if (target.bus !== 'nvme' || one?.type !== 'drive' || other?.type !== 'drive') return false;
  return one.controller === other.controller;
}

/** libvirt 12.9 refuses a second serial on one controller; QEMU has room for one. */
const nvmeSerial: Rule = ({ at, serial: text, target, address }, guest) => {
  if (text === undefined || target.bus !== 'nvme' || address?.type !== 'drive') return undefined;
  const controller = controllerAt(guest, 'nvme', address.controller);
  if (controller?.serial === undefined || controller.serial === text) return undefined;
  return nvmeSerialOther(at.of('serial'), controller.serial, controller.at);
};

export const IDENTITY_RULES: readonly Rule[] = [
  vendor,
  product,
  wwn,
  serial,
  nvmeSerial,
  geometry,
  twin('serial', serialName),
  twin('wwn', wwnName),
];
