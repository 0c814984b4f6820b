import { checkSocketPath } from './socket-path';
import type { ChardevSource, ChardevType } from '../../model/chardev';
import type { Domain } from '../../model/domain';
import type { PlannedChardev } from '../../model/plan/chardev';
import type { Context } from '../context';
import { keySecret } from '../key-secret';
import { descriptorsOf, type Descriptors } from './descriptors';
import { reconnectWords } from './reconnect';

/** Who a character device is for. */
export interface ChardevUse {
  /** The -chardev's id: `charserial0`. */
  readonly id: string;
  /** The device's: `serial0`. */
  readonly alias: string;
  /** What a spicevmc channel carries; its agent's words if nothing else. */
  readonly spiceName?: 'smartcard' | 'usbredir' | undefined;
  /** `parallel`: a host port that is driven as one. */
  readonly parallel?: boolean | undefined;
}

/** Stands for the number of a socket that the caller listens on. */
export const SOCKET_FD = 1729;

type Words = Pick<PlannedChardev, 'backend' | 'properties'>;

interface Planning {
  readonly source: ChardevSource;
  readonly use: ChardevUse;
  readonly context: Context;
  readonly descriptors: Descriptors;
}

const PLANNERS: { readonly [T in ChardevType]: (planning: Planning) => Words } = {
  null: () => ({ backend: 'null', properties: {} }),
  vc: () => ({ backend: 'vc', properties: {} }),
  pty: () => ({ backend: 'pty', properties: {} }),
  stdio: () => ({ backend: 'stdio', properties: {} }),
  nmdm: () => ({ backend: 'null', properties: {} }),
  dev: ({ source, use }) => ({
    backend: use.parallel === true ? 'parallel' : 'serial',
    properties: { path: source.path },
  }),
  file: ({ source, descriptors, context }) => ({
    backend: 'file',
    properties: {
      path: descriptors.path('source', source.path),
      append: appending(source, descriptors, context),
    },
  }),
  pipe: ({ source }) => ({ backend: 'pipe', properties: { path: source.path } }),
  udp: ({ source }) => ({
    backend: 'udp',
    properties: {
      host: source.remote?.host ?? '',
      port: source.remote?.service,
      // without a place to receive any will do
      localaddr: source.local?.host ?? '',
      localport: source.local?.service ?? '0',
    },
  }),
  tcp: planTcp,
  unix: planUnix,
  spicevmc: ({ use }) => ({ backend: 'spicevmc', properties: { name: use.spiceName ?? 'vdagent' } }),
  spiceport: ({ source }) => ({ backend: 'spiceport', properties: { name: source.channel } }),
  'qemu-vdagent': ({ source }) => ({
    backend: 'qemu-vdagent',
    properties: {
      name: 'vdagent',
      clipboard: source.clipboardCopypaste,
      mouse: source.mouseMode === undefined ? undefined : source.mouseMode === 'client',
    },
  }),
  dbus: ({ source }) => ({ backend: 'dbus', properties: { name: source.channel } }),
};

export function planChardev(
  source: ChardevSource,
  use: ChardevUse,
  guest: Domain,
  context: Context,
): PlannedChardev {
  const descriptors = descriptorsOf(source, use.alias, guest, context);
  const { backend, properties } = PLANNERS[source.type]({ source, use, context, descriptors });
  if (source.path !== undefined && opensPath(source, descriptors))
    context.resource({ path: source.path, access: 'read-write', shared: false, usedBy: use.alias });
  const logfile = source.log && descriptors.path('log', source.log.file);
  if (source.log && logfile === source.log.file)
    context.resource({ path: logfile, access: 'write', shared: false, usedBy: use.alias });
  return {
    id: use.id,
    backend,
    properties: {
      ...properties,
      logfile,
      logappend: source.log && (descriptors.used ? true : source.log.append),
    },
    tls: tlsOf(source, use.id, context),
    descriptors: descriptors.list,
  };
}

/** QEMU before 2.6 starts the file anew; asking for more was refused. */
function appending({ append }: ChardevSource, { used }: Descriptors, { qemu }: Context) {
  if (!qemu.has('chardev-file-append')) return undefined;
  return used ? true : append;
}

/** A file that comes as a descriptor is the caller's to open. */
function opensPath({ type }: ChardevSource, descriptors: Descriptors): boolean {
  return type === 'dev' || type === 'pipe' || (type === 'file' && !descriptors.used);
}

function planTcp({ source, use, context }: Planning): Words {
  return {
    backend: 'socket',
    properties: {
      host: source.remote?.host,
      port: source.remote?.service,
      telnet: source.protocol === 'telnet' ? true : undefined,
      ...listening(source),
      ...reconnectWords(source.reconnect, source.mode === 'bind', context),
      'tls-creds': encrypted(source, context) ? `obj${use.id}_tls0` : undefined,
    },
  };
}

/** A socket that QEMU listens on comes as a descriptor where the caller hands those over. */
function planUnix({ source, context }: Planning): Words {
  const inherited = context.profile.descriptors && source.mode === 'bind' && context.qemu.has('chardev.fd');
  checkSocketPath(source.path, () => source.at.of('source/@path'), context);
  return {
    backend: 'socket',
    properties: {
      fd: inherited ? SOCKET_FD : undefined,
      path: inherited ? undefined : source.path,
      ...listening(source),
      ...reconnectWords(source.reconnect, source.mode === 'bind', context),
    },
  };
}

/** Without a client QEMU goes on: nobody may be there yet. */
function listening({ mode }: ChardevSource): Words['properties'] {
  return mode === 'bind' ? { server: true, wait: false } : {};
}

/** Encrypted where the XML says so, or qemu.conf does and the XML does not say no. */
function encrypted({ type, tls }: ChardevSource, { conf }: Context): boolean {
  return type === 'tcp' && (tls ?? conf.chardev_tls);
}

/** A server's certificate is always looked at; a client's where qemu.conf says so. */
function tlsOf(source: ChardevSource, id: string, context: Context): PlannedChardev['tls'] {
  if (!encrypted(source, context)) return undefined;
  const endpoint = source.mode === 'bind' ? 'server' : 'client';
  const dir = context.conf.chardev_tls_x509_cert_dir;
  const name = `obj${id}_tls0`;
  const password = keySecret(context.conf.chardev_tls_x509_secret_uuid, source.at, name, context);
  const verifyPeer = endpoint === 'client' || context.conf.chardev_tls_x509_verify;
  return { id: name, dir, endpoint, verifyPeer, password };
}
