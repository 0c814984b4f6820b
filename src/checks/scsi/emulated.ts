import { diskBlockSize, diskEmulatedOnScsi, diskRotation, diskZoned } from '../../diagnostics/catalog';
import { blockByPath } from '../../host/block';
import type { BlockDevice } from '../../host/facts';
import { scsiBehind } from '../../host/scsi';
import { devicesOf } from '../../model/device';
import type { Disk } from '../../model/disk';
import type { Place } from '../../model/place';
import type { Context } from '../../resolver/context';
import { hasFixedBlocks } from '../../resolver/disk/rule';
import type { Check } from '../check';

/** Names of whole SCSI disks, where the host is not known. */
const BY_NAME = /^\/dev\/(sd[a-z]+|disk\/by-id\/(scsi|wwn)-(?!.*-part\d+$).*)$/;

/** Disks that QEMU emulates on top of a disk of the host: what of the real one does not reach the guest. */
export const emulatedDisks: Check = ({ guest, context, skip }) => {
  for (const disk of devicesOf(guest, 'disk')) {
    const { source, device } = disk;
    if (device !== 'disk' || source?.type !== 'block' || source.path === undefined) continue;
    const at = source.at.of('@dev');
    const found = blockByPath(context.host, source.path);
    const block = typeof found === 'object' ? found : undefined;
    const isScsi = block === undefined ? BY_NAME.test(source.path) : isWholeLun(block);
    if (isScsi) context.report(diskEmulatedOnScsi(at, source.path));
    if (block !== undefined && isZoned(block, disk, context)) context.report(diskZoned(at, source.path));
    if (block === undefined) skip('block sizes and rotation of the disks behind its disks');
    else compare(at, disk, block, context);
  }
};

function isWholeLun({ kind, hctl, dm }: BlockDevice): boolean {
  return (kind === 'disk' && hctl !== undefined) || dm?.type === 'multipath';
}

/** SPC type of host-managed zoned disks (ZBC). Of what QEMU emulates, virtio-blk alone shows zones (hw/block/virtio-blk.c). */
const ZBC = 0x14;

function isZoned(block: BlockDevice, { target }: Disk, { host }: Context): boolean {
  return target.bus !== 'virtio' && scsiBehind(host, block).some(({ type }) => type === ZBC);
}

/** QEMU takes the block sizes of a DASD from the host, and of no other disk (block/file-posix.c hdev_probe_blocksizes). */
const isAsked = ({ path }: BlockDevice) => path.startsWith('/dev/dasd');

function compare(at: Place, disk: Disk, block: BlockDevice, { qemu, report }: Context): void {
  const { blockio, target } = disk;
  const { logicalBlockSize: size, rotational } = block;
  const raw = disk.driver.type === undefined || disk.driver.type === 'raw';
  if (raw && size !== undefined && size > (blockio?.logical ?? 512) && !isAsked(block))
    report(diskBlockSize(at, block.path, size, hasFixedBlocks(disk)));
  const tells = target.bus === 'scsi' || target.bus === 'sata' || target.bus === 'ide';
  if (tells && rotational === false && target.rotationRate === undefined && qemu.has('rotation-rate'))
    report(diskRotation(at, block.path));
}
