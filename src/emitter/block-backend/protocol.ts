import { pciText } from '../../model/address';
import { iscsiLun } from '../../model/iscsi-name';
import type { DirectSource, PlannedImage } from '../../model/plan/block-backend';
import type { NetworkProtocol, NetworkSource, NvmeSource } from '../../model/storage-source';
import type { Properties } from '../args';
import { curl } from './curl';
import { rbd } from './rbd';
import { hostPort, inetAddress, portal, socketAddress } from './socket';

type Driver = Properties & { readonly driver: string };
type Spell<S> = (source: S, image: PlannedImage) => Driver;

/** The protocol driver and where it finds the image (BlockdevOptions* of QEMU's qapi/block-core.json). */
export function protocolProperties(image: PlannedImage): Driver {
  if (image.nbdkitSocket !== undefined)
    return { driver: 'nbd', server: { type: 'unix', path: image.nbdkitSocket } };
  const { source } = image;
  switch (source.type) {
    case 'network':
      return NETWORK[source.protocol](source, image);
    case 'nvme':
      return nvme(source);
    case 'vhostvdpa':
      return { driver: 'virtio-blk-vhost-vdpa', path: fdPath(image) ?? source.path };
    default:
      return local(source, image);
  }
}

function local(source: Extract<DirectSource, { path?: string | undefined }>, image: PlannedImage): Driver {
  if (image.vvfat) return { driver: 'vvfat', dir: source.path, ...image.vvfat };
  return {
    driver: localDriver(source.type, image.hostCdrom),
    filename: fdPath(image) ?? source.path,
    aio: image.aio,
    'pr-manager': image.prManager,
  };
}

function localDriver(type: DirectSource['type'], hostCdrom: boolean): string {
  if (type !== 'block') return 'file';
  return hostCdrom ? 'host_cdrom' : 'host_device';
}

function fdPath({ fdSet }: PlannedImage): string | undefined {
  return fdSet && `/dev/fdset/${fdSet.set}`;
}

function nvme({ pci, namespace }: NvmeSource): Driver {
  return {
    driver: 'nvme',
    device: pciText(pci),
    namespace,
  };
}

const NETWORK: { readonly [P in NetworkProtocol]: Spell<NetworkSource> } = {
  nbd,
  rbd,
  gluster,
  iscsi,
  ssh,
  nfs,
  vxhs,
  sheepdog: (source) => ({ driver: 'sheepdog', server: socketAddress(source, 7000), vdi: source.name }),
  http: curl,
  https: curl,
  ftp: curl,
  ftps: curl,
  tftp: curl,
};

function nbd(source: NetworkSource, { tls }: PlannedImage): Driver {
  return {
    driver: 'nbd',
    server: socketAddress(source, 10809),
    export: source.name,
    'tls-creds': tls?.credentials,
    'tls-hostname': tls?.hostname,
    'reconnect-delay': source.reconnectDelay,
  };
}

function iscsi(source: NetworkSource, { auth }: PlannedImage): Driver {
  const { target, lun } = iscsiLun(source.name ?? '');
  return {
    driver: 'iscsi',
    portal: portal(source, 3260),
    target,
    lun,
    transport: source.hosts[0]?.transport === 'rdma' ? 'iser' : 'tcp',
    user: auth?.user,
    'password-secret': auth?.secret,
    'initiator-name': source.initiator,
  };
}

function gluster(source: NetworkSource): Driver {
  const { volume, path } = glusterName(source);
  return {
    driver: 'gluster',
    volume,
    path,
    server: source.hosts.map((host) => inetAddress(host, 24007)),
    debug: GLUSTER_DEBUG,
  };
}

/** QEMU's own default, which libvirt writes out. */
export const GLUSTER_DEBUG = 4;

export function glusterName({ name = '' }: NetworkSource): { volume: string; path: string } {
  const slash = name.indexOf('/');
  return { volume: name.slice(0, slash), path: name.slice(slash + 1) };
}

function ssh(source: NetworkSource, { auth }: PlannedImage): Driver {
  return {
    driver: 'ssh',
    path: source.name,
    server: hostPort(source.hosts[0], 22),
    user: auth?.user ?? source.identity?.username,
  };
}

function nfs(source: NetworkSource): Driver {
  return {
    driver: 'nfs',
    server: { host: source.hosts[0]?.name, type: 'inet' },
    path: source.name,
    user: numericId(source.identity?.user),
    group: numericId(source.identity?.group),
  };
}

/** `+1000` and `1000` are a number; names were refused. */
function numericId(id: string | undefined): number | undefined {
  return id === undefined ? undefined : Number.parseInt(id.replace(/^\+/, ''), 10);
}

function vxhs(source: NetworkSource, { tls }: PlannedImage): Driver {
  return {
    driver: 'vxhs',
    'tls-creds': tls?.credentials,
    'vdisk-id': source.name,
    server: hostPort(source.hosts[0], 9999),
  };
}
