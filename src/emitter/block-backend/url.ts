import type { PlannedImage } from '../../model/plan/block-backend';
import type { NetworkProtocol, NetworkSource, SourceHost } from '../../model/storage-source';
import type { Properties } from '../args';
import { sourceUrl, urlPath } from './curl';
import { GLUSTER_DEBUG, glusterName } from './protocol';
import { rbdUrl } from './rbd';
import { bracketed, portal } from './socket';

type Url = (source: NetworkSource, image: PlannedImage) => Properties | undefined;

/** A network source as QEMU before 4.2 got it from libvirt: one `file=`. Undefined: no URL can say it. */
export function driveUrl(source: NetworkSource, image: PlannedImage): Properties | undefined {
  return URLS[source.protocol](source, image);
}

const URLS: { readonly [P in NetworkProtocol]: Url } = {
  nbd,
  rbd: (source, image) => ({ file: rbdUrl(source, image), 'file.password-secret': image.auth?.secret }),
  gluster,
  iscsi: (source, { auth }) =>
    auth ? undefined : { file: `iscsi://${portal(source, 3260)}/${source.name ?? ''}` },
  sheepdog: ({ hosts: [host], name = '' }) => ({
    file: host ? `sheepdog:${host.name ?? ''}:${host.port ?? 7000}:${name}` : `sheepdog:${name}`,
  }),
  ssh: (source, { auth }) => ({
    file: `ssh://${auth?.user === undefined ? '' : `${auth.user}@`}${portal(source, 22)}${urlPath(source.name)}`,
  }),
  http: plainUrl,
  https: plainUrl,
  ftp: plainUrl,
  ftps: plainUrl,
  tftp: plainUrl,
  nfs: () => undefined,
  vxhs: () => undefined,
};

/** What needs more than a URL is left to the driver's properties. */
function plainUrl(source: NetworkSource, { auth, cookieSecret }: PlannedImage): Properties | undefined {
  const more = [auth, cookieSecret, source.sslVerify, source.timeout, source.readahead];
  return more.some((setting) => setting !== undefined) ? undefined : { file: sourceUrl(source) };
}

/** `nbd:host:port:exportname=name`; a URL where a colon in the host would be misread. */
function nbd(source: NetworkSource, { tls }: PlannedImage): Properties | undefined {
  const [host] = source.hosts;
  if (tls || host === undefined) return undefined;
  const name = host.name ?? '';
  if (host.transport === 'unix') return { file: `nbd:unix:${host.socket ?? ''}${exportName(source)}` };
  if (!name.includes(':')) return { file: `nbd:${name}:${host.port ?? 10809}${exportName(source)}` };
  return { file: `nbd://${portal(source, 10809)}${source.name === undefined ? '' : urlPath(source.name)}` };
}

function exportName({ name }: NetworkSource): string {
  return name === undefined ? '' : `:exportname=${name}`;
}

function gluster(source: NetworkSource): Properties | undefined {
  const [host] = source.hosts;
  if (host === undefined || source.hosts.length > 1) return undefined;
  return { file: glusterUrl(host, source), 'file.debug': GLUSTER_DEBUG };
}

function glusterUrl(host: SourceHost, source: NetworkSource): string {
  const path = urlPath(source.name);
  if (host.transport === 'unix') return `gluster+unix://${path}?socket=${urlPath(host.socket)}`;
  const scheme = host.transport === 'rdma' ? 'gluster+rdma' : 'gluster';
  return `${scheme}://${bracketed(host.name ?? '')}:${host.port ?? 24007}${path}`;
}

/** The words that QEMU's gluster driver had before SocketAddress: `tcp`, and `socket` for the path. */
export function glusterOfOld(source: NetworkSource): Properties {
  return {
    driver: 'gluster',
    ...glusterName(source),
    server: source.hosts.map(({ transport, name, port, socket }) =>
      transport === 'unix'
        ? { type: 'unix', socket }
        : { type: 'tcp', host: name, port: String(port ?? 24007) },
    ),
    debug: GLUSTER_DEBUG,
  };
}
