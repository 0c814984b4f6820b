import type { Disk } from '../../model/disk';
import type { VirtioBlk } from '../../model/plan/disk';
import type { Qemu } from '../../qemu/qemu';
import type { Context } from '../context';

/** What only virtio-blk and vhost-user-blk take. */
export function planVirtioBlk(disk: Disk, context: Context): VirtioBlk {
  const { driver, device, type, model } = disk;
  const { qemu } = context;
  return {
    options: driver.virtio,
    legacy: qemu.has('virtio-pci-non-transitional') ? undefined : legacyOf(model),
    ...legacyForLun(disk, context),
    iothread: driver.iothread === undefined ? undefined : `iothread${driver.iothread}`,
    ioeventfd: driver.ioeventfd,
    eventIdx: driver.eventIdx,
    scsi: sgIo(device === 'lun', type, qemu),
    queues: driver.queues,
    queueSize: driver.queueSize,
    iothreadMapping: driver.iothreads?.map(({ id, queues }) => ({ iothread: `iothread${id}`, queues })),
  };
}

/**
 * virtio 1.0 has no SG_IO: since QEMU 2.4 `scsi=on` is refused unless the device is a legacy one, which each transport
 * says in its own way. virtio-mmio is legacy by itself (QEMU hw/virtio/virtio-mmio.c force-legacy).
 */
function legacyForLun(
  { device, model, address }: Disk,
  { profile, qemu }: Context,
): Pick<VirtioBlk, 'legacy' | 'maxRevision'> {
  if (device !== 'lun' || (model !== undefined && model !== 'virtio') || !profile.legacyVirtioLun) return {};
  if (!qemu.has('virtio-blk-pci.scsi.legacy-only') || address?.type === 'virtio-mmio') return {};
  if (address?.type === 'ccw') return qemu.has('virtio-ccw.max_revision') ? { maxRevision: 0 } : {};
  return { legacy: { disableLegacy: false, disableModern: true } };
}

/** Before the variants were devices of their own, two properties of the one device made them (QEMU 4.0). */
function legacyOf(model: Disk['model']): VirtioBlk['legacy'] {
  if (model === 'virtio-transitional') return { disableLegacy: false, disableModern: false };
  if (model === 'virtio-non-transitional') return { disableLegacy: true, disableModern: false };
  return undefined;
}

/** Said wherever QEMU has the property and its default is on for some machine type. */
function sgIo(lun: boolean, type: Disk['type'], qemu: Qemu): boolean | undefined {
  if (type === 'vhostuser' || !qemu.has('virtio-blk-pci.scsi')) return undefined;
  if (qemu.has('virtio-blk-pci.scsi.default.disabled') && !lun) return undefined;
  return lun;
}
