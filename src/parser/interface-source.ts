import type { Reconnect } from '../model/chardev';
import type { Interface, InterfaceType } from '../model/interface';
import { UINT } from '../model/number';
import type { XmlElement } from './element';
import { parsePci, parseUsb } from './hostdev';

/** What `<source>` has by the type of interface (libvirt src/conf/domain_conf.c, virDomainNetDefParseXML). */
const SOURCE_ATTRIBUTES: { readonly [T in InterfaceType]?: readonly string[] } = {
  // the bridge is what a guest that runs was plugged into
  network: ['network', 'bridge'],
  bridge: ['bridge'],
  direct: ['dev', 'mode'],
  user: ['dev'],
  vdpa: ['dev'],
  vhostuser: ['type', 'path', 'mode', 'dev'],
  client: ['address', 'port'],
  server: ['address', 'port'],
  mcast: ['address', 'port'],
  udp: ['address', 'port'],
};

const MACVTAP_MODES = ['vepa', 'private', 'bridge', 'passthrough'] as const;

const PLUGGED: readonly InterfaceType[] = ['network', 'bridge', 'direct'];

/** What is on the host's side of an interface. */
export function parseInterfaceSource(
  element: XmlElement,
  type: InterfaceType | undefined,
): Interface['source'] {
  const source = element.child('source');
  if (type === 'hostdev' && source === undefined)
    element.required('source', 'say which card of the host it is');
  if (source === undefined || type === undefined) return {};
  if (type === 'hostdev') return { passed: parsePassed(source, element) };
  // these two are refused as a whole
  if (type === 'internal' || type === 'vds') source.skipAll();
  // a guest that runs is shown with its network's real type, beside the network and the port that it was plugged into
  if (PLUGGED.includes(type)) for (const name of ['@network', '@portid']) source.skip(name);
  const has = SOURCE_ATTRIBUTES[type] ?? [];
  const text = (name: string) => (has.includes(name) ? source.text(`@${name}`) : undefined);
  return {
    bridge: text('bridge'),
    network: text('network'),
    dev: text('dev'),
    mode: type === 'direct' ? source.choice('@mode', MACVTAP_MODES) : text('mode'),
    address: text('address'),
    port: has.includes('port') ? source.integer('@port', { max: 65535 }) : undefined,
    path: text('path'),
    type: text('type'),
    ...(type === 'udp' ? parseLocal(source) : {}),
    reconnect: type === 'vhostuser' && source.has('reconnect') ? parseReconnect(source) : undefined,
  };
}

function parseLocal(source: XmlElement) {
  return {
    localAddress: source.text('local/@address'),
    localPort: source.integer('local/@port', { max: 65535 }),
  };
}

function parseReconnect(source: XmlElement): Reconnect {
  const enabled = source.yes('reconnect/@enabled') ?? false;
  if (enabled) source.required('reconnect/@timeout', 'say after how many seconds it is tried again');
  return {
    enabled,
    timeout: source.integer('reconnect/@timeout', { max: UINT }),
  };
}

/** A USB device is told by its own names, or by the type of its address. */
function parsePassed(source: XmlElement, element: XmlElement) {
  source.skip('@missing');
  const isUsb = source.has('vendor') || source.text('address/@type') === 'usb';
  if (!isUsb && source.has('address')) source.required('address/@type', "add type='pci'");
  return isUsb ? parseUsb(source) : parsePci(source, element);
}
