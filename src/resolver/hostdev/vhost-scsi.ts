import type { Hostdev, VhostScsiSource } from '../../model/hostdev';
import type { PlannedVhostScsi } from '../../model/plan/hostdev';
import type { Context } from '../context';
import { virtioVariant } from '../virtio/variant';

const NODE = '/dev/vhost-scsi';

/** QEMU opens /dev/vhost-scsi itself, or gets a descriptor of it. */
export function planVhostScsi(
  device: Hostdev,
  { wwpn }: VhostScsiSource,
  context: Context,
): PlannedVhostScsi {
  const { profile } = context;
  if (!profile.descriptors)
    context.resource({
      path: NODE,
      access: 'read-write',
      shared: false,
      usedBy: device.alias ?? 'vhost-scsi',
    });
  context.hostStep({
    what: `a vhost-scsi target ${wwpn} must exist on the host`,
    commands: [
      'modprobe vhost_scsi',
      `[ -e /sys/kernel/config/target/vhost/${wwpn} ] || targetcli /vhost create ${wwpn}`,
    ],
  });
  return {
    type: 'vhost-scsi',
    ...virtioVariant('vhost-scsi', device.model ?? 'virtio', device.address, context),
    wwpn,
    vhostfd: profile.descriptors ? '3' : undefined,
  };
}
