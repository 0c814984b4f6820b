import type { Disk } from '../../model/disk';
import type { ScsiDriver } from '../../qemu/scsi-devices';
import type { Context } from '../context';
import { choosePassthrough, chooseVirtioLun } from '../scsi/choice';
import { virtioDriver } from '../virtio/driver';
import { busOf, isUsbBot } from './rule';

/** The QEMU device of a disk, and the host node that it opens instead of the source, where that is another. */
export interface DiskDriverChoice {
  readonly driver: string;
  /** The driver's row in qemu/scsi-devices.ts, for a SCSI disk. */
  readonly scsi?: ScsiDriver | undefined;
  readonly node?: string | undefined;
  /** The bridge from USB that the SCSI disk is behind; usb-storage is both in one. */
  readonly bridge?: 'usb-bot' | undefined;
}

/** Undefined: there is none, and that was reported; or, for bus sd, the board has it. */
export function chooseDriver(disk: Disk, context: Context): DiskDriverChoice | undefined {
  switch (busOf(disk)) {
    case 'scsi':
      return scsiDriver(disk, context);
    case 'virtio':
      return virtioBlk(disk, context);
    case 'usb':
      return isUsbBot(disk) ? usbBot(disk) : { driver: 'usb-storage' };
    case 'fdc':
      return { driver: 'floppy' };
    case 'nvme':
      return { driver: 'nvme-ns' };
    case 'ide':
    case 'sata':
      if (!context.qemu.has('ide-hd')) return { driver: 'ide-drive' };
      return { driver: disk.device === 'cdrom' ? 'ide-cd' : 'ide-hd' };
    default:
      return undefined;
  }
}

/** usb-storage shows every medium as a disk; behind usb-bot a CD-ROM is one. */
function usbBot({ device }: Disk): DiskDriverChoice {
  const scsi = device === 'cdrom' ? 'scsi-cd' : 'scsi-hd';
  return { driver: scsi, scsi, bridge: 'usb-bot' };
}

function virtioBlk(disk: Disk, context: Context): DiskDriverChoice | undefined {
  const driver = virtioBlkDriver(disk, context);
  if (disk.device !== 'lun') return { driver };
  const lun = chooseVirtioLun(disk, context);
  return lun && { driver, ...lun };
}

/** scsi-hd and scsi-cd were one device before QEMU 0.15, which looks at the image to tell which it is. */
function scsiDriver(disk: Disk, context: Context): DiskDriverChoice | undefined {
  if (disk.device === 'lun') {
    const choice = choosePassthrough(disk, context);
    return choice && { driver: choice.driver, scsi: choice.driver, node: choice.node };
  }
  const wanted = disk.device === 'cdrom' ? 'scsi-cd' : 'scsi-hd';
  const scsi = context.qemu.has(wanted) ? wanted : 'scsi-disk';
  return { driver: scsi, scsi };
}

function virtioBlkDriver(disk: Disk, { qemu, profile }: Context): string {
  const base = disk.type === 'vhostuser' ? 'vhost-user-blk' : 'virtio-blk';
  const variant = disk.model === 'virtio-transitional' || disk.model === 'virtio-non-transitional';
  const named = variant && qemu.has('virtio-pci-non-transitional');
  return virtioDriver(base, variant && named ? disk.model : 'virtio', disk.address, profile);
}
