import type { Hostdev } from '../../model/hostdev';
import type { Context } from '../context';

/**
 * Whether a host device has a `loadparm` of its own: channel devices do (QEMU hw/vfio/ccw.c). Devices of the host's SCSI
 * have none (hw/scsi/scsi-disk.c gives it to emulated disks), but libvirt writes it there.
 */
export function takesLoadparm({ source }: Hostdev, { qemu, profile }: Context): boolean {
  if (!qemu.has('virtio-ccw.loadparm')) return false;
  if (source.type === 'mdev') return source.model === 'vfio-ccw';
  return (
    profile.libvirtDefaults &&
    (source.type === 'scsi-host' || source.type === 'scsi-reference' || source.type === 'scsi-iscsi')
  );
}
