import { attributeMisplaced } from '../diagnostics/catalog';
import {
  NETWORK_PROTOCOLS,
  type NetworkProtocol,
  type NetworkSource,
  type SourceHost,
  type SourceIdentity,
} from '../model/storage-source';
import type { XmlElement } from './element';
import type { SourceCommon } from './source-common';

/** `<source protocol= name=><host/>...`: undefined where the protocol cannot be read. */
export function parseNetworkSource(element: XmlElement, common: SourceCommon): NetworkSource | undefined {
  element.required('@protocol');
  const protocol = element.choice('@protocol', NETWORK_PROTOCOLS);
  if (protocol === undefined) {
    element.skipAll();
    return undefined;
  }
  // An NBD server may have one export without a name (libvirt src/conf/domain_conf.c)
  if (protocol !== 'nbd' && !element.has('@name')) element.required('@name', 'name the image on the server');
  const has = (setting: Setting) => ONLY[setting].includes(protocol);
  return {
    type: 'network',
    ...common,
    protocol,
    name: element.text('@name'),
    query: has('query') ? element.text('@query') : undefined,
    hosts: element.children('host').map(parseHost),
    tls: has('tls') ? element.yes('@tls') : undefined,
    tlsHostname: has('tlsHostname') ? element.text('@tlsHostname') : undefined,
    snapshot: has('snapshot') ? element.text('snapshot/@name') : undefined,
    config: has('config') ? element.text('config/@file') : undefined,
    initiator: has('initiator') ? element.text('initiator/iqn/@name') : undefined,
    readahead: has('readahead') ? element.integer('readahead/@size') : undefined,
    timeout: has('timeout') ? element.integer('timeout/@seconds') : undefined,
    sslVerify: has('ssl') ? element.yes('ssl/@verify') : undefined,
    cookies: element
      .children('cookies/cookie')
      .map((cookie) => ({ name: cookie.required('@name'), value: cookie.content })),
    reconnectDelay: has('reconnect') ? element.integer('reconnect/@delay') : undefined,
    knownHosts: has('knownHosts') ? element.text('knownHosts/@path') : undefined,
    identity: parseIdentity(element.child('identity'), protocol),
  };
}

type Setting =
  | 'query'
  | 'tls'
  | 'tlsHostname'
  | 'snapshot'
  | 'config'
  | 'initiator'
  | 'readahead'
  | 'timeout'
  | 'ssl'
  | 'reconnect'
  | 'knownHosts';

const CURL: readonly NetworkProtocol[] = ['http', 'https', 'ftp', 'ftps', 'tftp'];

/** Settings of some protocols; beside others they stay unread, and are warned of (QEMU qapi/block-core.json BlockdevOptions*). */
const ONLY: Readonly<Record<Setting, readonly NetworkProtocol[]>> = {
  query: CURL,
  tls: ['nbd', 'vxhs'],
  tlsHostname: ['nbd'],
  snapshot: ['rbd'],
  config: ['rbd'],
  initiator: ['iscsi'],
  readahead: CURL,
  timeout: CURL,
  ssl: CURL,
  reconnect: ['nbd'],
  knownHosts: ['ssh'],
};

export function parseHost(element: XmlElement): SourceHost {
  const transport = element.choice('@transport', ['tcp', 'unix', 'rdma']) ?? 'tcp';
  const port = element.integer('@port', { max: 0xffff });
  if (transport !== 'unix' && element.has('@socket'))
    element.report(attributeMisplaced(element.at.of('@socket'), 'socket', "transport='unix'"));
  return {
    at: element.at,
    transport,
    name: transport === 'unix' ? element.text('@name') : element.required('@name'),
    port: port === 0 ? undefined : port, // 0 is the protocol's own
    socket: transport === 'unix' ? element.required('@socket') : element.text('@socket'),
  };
}

/** A login by key, or whose rights a file server grants. */
function parseIdentity(
  element: XmlElement | undefined,
  protocol: NetworkProtocol,
): SourceIdentity | undefined {
  if (element === undefined) return undefined;
  if (protocol === 'nfs') return { user: element.text('@user'), group: element.text('@group') };
  if (protocol !== 'ssh') return undefined;
  return {
    username: element.text('@username'),
    keyfile: element.text('@keyfile'),
    agentsock: element.text('@agentsock'),
  };
}
