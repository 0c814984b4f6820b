import type { Domain } from '../../model/domain';
import type { Hostdev } from '../../model/hostdev';
import type { PlannedScsiLun } from '../../model/plan/hostdev';
import type { NetworkSource, StorageSource } from '../../model/storage-source';
import { planBlockBackend } from '../block-backend';
import { firstNodeOf } from '../block-nodes';
import type { Context } from '../context';
import { choosePassthrough } from '../scsi/choice';
import { sharesWrites } from '../scsi/share-rw';
import { takesLoadparm } from './loadparm';

/** A LUN of the host, with scsi-block or scsi-generic on its node or on an iSCSI URL. */
export function planScsiLun(device: Hostdev, guest: Domain, context: Context): PlannedScsiLun | undefined {
  const choice = choosePassthrough(device, context);
  if (choice === undefined) return undefined;
  const backend = planBlockBackend(
    {
      at: device.at,
      alias: device.alias ?? 'hostdev0',
      use: 'hostdev',
      firstNode: firstNodeOf(guest, device),
      source: sourceOf(device, choice.node, context),
      format: 'raw',
      readonly: device.readonly,
      shareable: device.shareable,
    },
    context,
  );
  // libvirt shares no hostdev: it leaves share-rw out (src/qemu/qemu_command.c qemuBuildSCSIHostdevDevProps).
  const shares =
    device.shareable && context.profile.scsiByTable && sharesWrites(device, choice.driver, context);
  return (
    backend && {
      type: 'scsi',
      driver: choice.driver,
      backend,
      shareRw: shares || undefined,
      loadparm: takesLoadparm(device, context) ? device.loadparm : undefined,
    }
  );
}

function sourceOf(
  { source, at }: Hostdev,
  path: string | undefined,
  { profile }: Context,
): StorageSource | undefined {
  if (source.type === 'scsi-iscsi')
    return profile.libvirtDefaults ? withPort(source.network) : source.network;
  return path === undefined ? undefined : { type: 'block', at: at.of('source'), path };
}

/** A port that the XML leaves out is 0 to libvirt, which has a default for disks alone; validated with a warning. */
function withPort(network: NetworkSource): NetworkSource {
  if (network.hosts.every(({ port }) => port !== undefined)) return network;
  return { ...network, hosts: network.hosts.map((host) => ({ ...host, port: host.port ?? 0 })) };
}
