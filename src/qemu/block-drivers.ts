/**
 * Names that QEMU 2 to 11 takes for the format of a -drive: those of all its block drivers, filters and protocols too
 * (qapi/block-core.json BlockdevDriver; `-drive format=help`).
 */
const BLOCK_DRIVERS: ReadonlySet<string> = new Set(
  (
    'blkdebug blklogwrites blkreplay blkverify bochs cloop compress copy-before-write copy-on-read cow dmg file ftp ftps ' +
    'gluster host_cdrom host_device host_floppy http https io_uring iscsi iser luks nbd nfs null-aio null-co nvme ' +
    'nvme-io_uring parallels preallocate qcow qcow2 qed quorum raw rbd replication sheepdog snapshot-access ssh tftp ' +
    'throttle vdi vhdx virtio-blk-vfio-pci virtio-blk-vhost-user virtio-blk-vhost-vdpa vmdk vpc vvfat vxhs'
  ).split(' '),
);

/** Whether some QEMU has a block driver of that name; which of them, its build decides. */
export function isBlockDriver(name: string): boolean {
  return BLOCK_DRIVERS.has(name);
}
