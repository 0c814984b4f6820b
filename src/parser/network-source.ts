import { attributeMisplaced } from '../diagnostics/catalog';
import {
  NETWORK_PROTOCOLS,
  type NetworkProtocol,
  type NetworkSource,
  type SourceHost,
  type SourceIdentity,
} from '../model/storage-source';
import { stars } from '../model/secret-words';
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
  if (protocol !== 'nbd' && !element.text('@name')) element.required('@name', 'name the image on the server');
  const has = (setting: Setting) => ONLY[setting].includes(protocol);
  return {
    type: 'network',
    ...common,
    protocol,
    name: element.text('@name'),
    query: has('query') ? element.text('@query') : undefined,
    hosts: element.children('host').map(parseHost),
    tls: parseTls(element, protocol),
    tlsHostname: has('tlsHostname') ? element.text('@tlsHostname') : undefined,
    snapshot: has('snapshot') ? element.text('snapshot/@name') : undefined,
    config: has('config') ? element.text('config/@file') : undefined,
    initiator: has('initiator') ? element.text('initiator/iqn/@name') : undefined,
    readahead: has('readahead') ? element.integer('readahead/@size') : undefined,
    timeout: has('timeout') ? element.integer('timeout/@seconds') : undefined,
    sslVerify: has('ssl') ? element.yes('ssl/@verify') : undefined,
    cookies: has('cookies') ? parseCookies(element) : [],
    reconnectDelay: (has('reconnect') && element.integer('reconnect/@delay')) || undefined, // 0 is none
    knownHosts: has('knownHosts') ? parseKnownHosts(element) : undefined,
    identity: parseIdentity(element.child('identity'), protocol),
  };
}

type Setting =
  | 'query'
  | 'cookies'
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

const HTTP: readonly NetworkProtocol[] = ['http', 'https'];

/** Settings of some protocols; beside others they stay unread, and are warned of (QEMU qapi/block-core.json BlockdevOptions*). */
const ONLY: Readonly<Record<Setting, readonly NetworkProtocol[]>> = {
  query: HTTP,
  cookies: HTTP,
  tls: ['nbd', 'vxhs'],
  tlsHostname: ['nbd'],
  snapshot: ['rbd'],
  config: ['rbd'],
  initiator: ['iscsi'],
  readahead: CURL,
  timeout: CURL,
  ssl: ['https', 'ftps'],
  reconnect: ['nbd'],
  knownHosts: ['ssh'],
};

/** A connection in the clear is not what was asked for. */
function parseTls(element: XmlElement, protocol: NetworkProtocol): boolean | undefined {
  const tls = element.yes('@tls');
  if (ONLY.tls.includes(protocol)) return tls;
  if (tls === true)
    element.report(
      attributeMisplaced(element.at.of('@tls'), 'tls', "protocol='nbd'; https and ftps have their own"),
    );
  return undefined;
}

function parseKnownHosts(element: XmlElement): string | undefined {
  if (element.has('knownHosts')) element.required('knownHosts/@path', 'name the file');
  return element.text('knownHosts/@path');
}

/** RFC 6265, section 4.1.1, and what libvirt lets through of it (src/conf/storage_source_conf.c). */
const COOKIE_NAME = /^[^\s\p{Cc}()<>@,;:\\"/[\]?={}]+$/u;
const COOKIE_VALUE = /^(?:"[^\s\p{Cc}",;\\]*"|[^\s\p{Cc}",;\\]+)$/u;

function parseCookies(element: XmlElement): NetworkSource['cookies'] {
  const names = new Set<string>();
  return element.children('cookies/cookie').map((cookie) => {
    const name = cookie.required('@name');
    const value = cookie.content;
    if (name !== '' && !COOKIE_NAME.test(name))
      cookie.invalid('@name', name, 'letters, digits and signs such as _');
    if (names.has(name)) cookie.invalid('@name', name, 'each name once');
    if (!COOKIE_VALUE.test(value))
      cookie.invalid('.', stars(value), 'a value without blanks, commas and semicolons');
    names.add(name);
    return { name, value };
  });
}

function parseHost(element: XmlElement): SourceHost {
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
    username: element.required('@username', 'say who logs in'),
    keyfile: element.text('@keyfile'),
    agentsock: element.text('@agentsock'),
  };
}
