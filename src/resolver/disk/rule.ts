import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Disk, DiskBus } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Qemu } from '../../qemu/qemu';
import type { Context } from '../context';

/** One thing that a disk must not be: what to say if it is. */
export type Rule = (disk: Disk, guest: Domain, context: Context) => Diagnostic | undefined;

/** The bus, which the defaults filled in. */
export function busOf(disk: Disk): DiskBus {
  return disk.target.bus ?? 'ide';
}

/** Another process has the image, and answers for it. */
export const isServed = ({ type }: Disk): boolean => type === 'vhostuser';

/** The device answers itself; on virtio QEMU's own disk passes the commands on. */
export const isPassedLun = (disk: Disk): boolean => disk.device === 'lun' && busOf(disk) === 'scsi';

/** The board has the device, and the disk's settings go to no -device. */
export function isOnBoard(disk: Disk, qemu: Qemu): boolean {
  const bus = busOf(disk);
  return bus === 'sd' || (bus === 'fdc' && qemu.has('isa-fdc.drives'));
}

/** Whose blocks are 512 bytes whatever is asked for (QEMU hw/ide/ide-dev.c, hw/block/fdc.c). */
export const hasFixedBlocks = (disk: Disk): boolean =>
  disk.device === 'floppy' || busOf(disk) === 'ide' || busOf(disk) === 'sata';

/** What QEMU can say may be pulled out: USB sticks and SCSI disks. */
export const isRemovable = (disk: Disk): boolean =>
  busOf(disk) === 'usb' || (busOf(disk) === 'scsi' && disk.device === 'disk');

/** The bridge with a SCSI disk behind it, which the defaults chose or the user; usb-storage is both in one. */
export const isUsbBot = ({ model }: Disk): boolean => model === 'usb-bot';

/** Whether one of the numbers is there and not 0. */
export function saysAny(numbers: object | undefined): boolean {
  return Object.values(numbers ?? {}).some((value) => typeof value === 'number' && value > 0);
}

/** No medium is in the drive when the guest starts. */
export function isEmpty({ source, target, device }: Disk): boolean {
  return source === undefined || (target.tray === 'open' && device !== 'disk');
}
