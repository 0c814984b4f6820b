import { attributeMisplaced } from '../diagnostics/catalog';
import {
  NETWORK_PROTOCOLS,
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
  return {
    type: 'network',
    ...common,
    protocol,
    name: element.text('@name'),
    query: element.text('@query'),
    hosts: element.children('host').map(parseHost),
    tls: element.yes('@tls'),
    tlsHostname: element.text('@tlsHostname'),
    snapshot: element.text('snapshot/@name'),
    config: element.text('config/@file'),
    initiator: element.text('initiator/iqn/@name'),
    readahead: element.integer('readahead/@size'),
    timeout: element.integer('timeout/@seconds'),
    sslVerify: element.yes('ssl/@verify'),
    cookies: element
      .children('cookies/cookie')
      .map((cookie) => ({ name: cookie.required('@name'), value: cookie.content })),
    reconnectDelay: element.integer('reconnect/@delay'),
    knownHosts: element.text('knownHosts/@path'),
    identity: parseIdentity(element.child('identity')),
  };
}

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

function parseIdentity(element: XmlElement | undefined): SourceIdentity | undefined {
  return (
    element && {
      username: element.text('@username'),
      keyfile: element.text('@keyfile'),
      agentsock: element.text('@agentsock'),
      user: element.text('@user'),
      group: element.text('@group'),
    }
  );
}
