import { iscsiDirect, vhostScsiMissing } from '../../diagnostics/catalog';
import { nodeByPath } from '../../host/block';
import { devicesOf } from '../../model/device';
import type { Place } from '../../model/place';
import type { LaunchPlan } from '../../model/plan';
import type { NetworkSource } from '../../model/storage-source';
import type { Check } from '../check';

/** Targets that the host's kernel serves to the guest (LIO), which libvirt opens and QEMU opens itself here. */
export const vhostTargets: Check = ({ guest, context, skip }) => {
  const { host, report } = context;
  for (const { at, source } of devicesOf(guest, 'hostdev')) {
    if (source.type !== 'vhost-scsi') continue;
    const node = nodeByPath(host, '/dev/vhost-scsi');
    if (node === 'unknown') skip('whether /dev/vhost-scsi and its targets are there');
    // Of a node that is not there the nodes of devices tell.
    else if (
      node !== 'absent' &&
      host.scsiUse?.vhostTargets !== undefined &&
      !host.scsiUse.vhostTargets.includes(source.wwpn.toLowerCase())
    )
      report(vhostScsiMissing(at.of('source/@wwpn'), `the host has no vhost-scsi target ${source.wwpn}`));
  }
};

/** LUNs on iSCSI that QEMU reaches by itself; said once. */
export const iscsiLuns: Check = ({ guest, plan, context }) => {
  const luns = guest.devices.flatMap((device): { readonly at: Place; readonly source: NetworkSource }[] => {
    if (device.kind === 'disk' && device.source?.type === 'network') {
      const { source } = device;
      return source.protocol === 'iscsi' ? [{ at: source.at, source }] : [];
    }
    if (device.kind !== 'hostdev' || device.source.type !== 'scsi-iscsi') return [];
    return [{ at: device.at.of('source'), source: device.source.network }];
  });
  const anonymous = luns.find(({ source }) => source.initiator === undefined);
  if (anonymous !== undefined)
    context.report(iscsiDirect(anonymous.at, `iqn.2008-11.org.linux-kvm:${ownName(plan, guest.name)}`));
};

/** The UUID, if there is one: QEMU takes one of zeroes for none (block/iscsi.c get_initiator_name). */
function ownName({ uuid }: LaunchPlan, name: string): string {
  return uuid === undefined || /^[0-]+$/.test(uuid) ? name : uuid.toLowerCase();
}
