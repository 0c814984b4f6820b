import { attributeMisplaced } from '../diagnostics/catalog';
import {
  cardName,
  INTERFACE_TYPES,
  type HostSetting,
  type Interface,
  type InterfaceType,
  type Offloads,
  type PortForward,
} from '../model/interface';
import { UINT } from '../model/number';
import { parseBootable } from './device-base';
import type { XmlElement } from './element';
import { parseIp, parseRoute } from './interface-ip';
import { parseInterfaceSource } from './interface-source';
import { parseLoadparm } from './loadparm';
import { parseDriverOptions } from './virtio';
import { checkVirtualPort } from './virtual-port';
import { parseRom } from './rom';

const HOST_OFFLOADS = ['csum', 'gso', 'tso4', 'tso6', 'ecn', 'ufo', 'mrg_rxbuf'] as const;
const GUEST_OFFLOADS = ['csum', 'tso4', 'tso6', 'ecn', 'ufo'] as const;
const MAC = /^([0-9a-fA-F]{1,2}:){5}[0-9a-fA-F]{1,2}$/;
const RATE_HELP = 'say how much, in KiB a second';

/** What the host's side of the network does by itself, or what an earlier run left behind. */
const NOT_FOR_QEMU = ['port', 'mac/@type', 'mac/@check', 'mac/@currentAddress'];

/** The same, but not for every type of interface. */
const HOST_SETTINGS = [
  'filterref',
  'source/ip',
  'source/route',
  'route',
  'virtualport',
  'bandwidth',
  'vlan',
  'source/@portgroup',
] as const;

export function parseInterface(element: XmlElement): Interface | undefined {
  for (const path of NOT_FOR_QEMU) element.skip(path);
  const base = parseBootable(element);
  const loadparm = parseLoadparm(element);
  const type = element.has('@type') ? element.choice('@type', INTERFACE_TYPES) : 'user';
  const model = element.text('model/@type');
  checkVirtualPort(element, type);
  for (const ip of element.children('source/ip')) parseIp(ip);
  const rest = {
    mac: parseMac(element),
    model: model === undefined ? undefined : cardName(model),
    managed: type === 'hostdev' ? element.yes('@managed') : undefined,
    source: parseInterfaceSource(element, type),
    target: element.has('target')
      ? { dev: element.text('target/@dev'), managed: element.yes('target/@managed') }
      : undefined,
    backend: parseBackend(element.child('backend'), type),
    driver: parseDriver(element),
    ips: element.children('ip').map(parseIp),
    routes: isPasst(element) ? element.children('route').map(parseRoute) : [],
    ...parseHostSide(element),
  };
  return type && { kind: 'interface', type, loadparm, ...base, ...rest };
}

function parseBackend(
  backend: XmlElement | undefined,
  type: InterfaceType | undefined,
): Interface['backend'] {
  const kind = backend?.choice('@type', ['default', 'passt']);
  return {
    type: kind,
    tap: backend?.text('@tap'),
    vhost: type === 'user' ? undefined : backend?.text('@vhost'),
    logFile: kind === 'passt' ? backend?.text('@logFile') : undefined,
    hostname: backend?.text('@hostname'),
    fqdn: backend?.text('@fqdn'),
  };
}

function parseMac(element: XmlElement): string | undefined {
  const mac = element.text('mac/@address');
  if (mac === undefined || MAC.test(mac))
    return mac
      ?.split(':')
      .map((byte) => byte.padStart(2, '0').toLowerCase())
      .join(':');
  element.invalid('mac/@address', mac, 'six bytes, such as 52:54:00:12:34:56');
  return undefined;
}

function parseDriver(element: XmlElement): Interface['driver'] {
  const driver = element.child('driver');
  return {
    name: element.text('@type') === 'hostdev' ? undefined : driver?.choice('@name', ['vhost', 'qemu']),
    txmode: driver?.choice('@txmode', ['iothread', 'timer']),
    ioeventfd: driver?.on('@ioeventfd'),
    eventIdx: driver?.on('@event_idx'),
    queues: driver?.integer('@queues', { max: UINT }),
    rxQueueSize: driver?.integer('@rx_queue_size', { max: UINT }),
    txQueueSize: driver?.integer('@tx_queue_size', { max: UINT }),
    rss: driver?.on('@rss'),
    rssHashReport: driver?.on('@rss_hash_report'),
    host: parseOffloads(driver?.child('host'), HOST_OFFLOADS),
    guest: parseOffloads(driver?.child('guest'), GUEST_OFFLOADS),
    virtio: parseDriverOptions(driver),
  };
}

function parseOffloads(element: XmlElement | undefined, names: readonly string[]): Offloads {
  return element ? Object.fromEntries(names.map((name) => [name, element.on(`@${name}`)])) : {};
}

function parseHostSide(element: XmlElement) {
  if (element.has('teaming/@persistent')) element.required('teaming/@type', "write type='transient'");
  const teaming = element.choice('teaming/@type', ['persistent', 'transient']);
  return {
    hostSettings: parseHostSettings(element),
    portForwards: element.children('portForward').map(parsePortForward),
    teaming: teaming && { type: teaming, persistent: element.text('teaming/@persistent') },
    // 0 is none
    mtu: element.integer('mtu/@size', { max: UINT }) || undefined,
    link: element.choice('link/@state', ['up', 'down']),
    script: element.text('script/@path'),
    downscript: element.text('downscript/@path'),
    sndbuf: element.integer('tune/sndbuf', { max: UINT }),
    rom: parseRom(element),
  };
}

/** The 12 bits of a tag (IEEE 802.1Q). */
const MOST_VLAN = 4095;

/** What the host's settings cannot be without (libvirt src/conf/netdev_vlan_conf.c, netdev_bandwidth_conf.c). */
function checkHostSettings(element: XmlElement): void {
  const vlan = element.child('vlan');
  vlan?.required('tag/@id', "give it a tag, as in <tag id='42'/>");
  for (const tag of vlan?.children('tag') ?? []) tag.integer('@id', { max: MOST_VLAN });
  const floor = element.has('bandwidth/inbound/@floor');
  if (element.has('bandwidth/@classID'))
    element.report(attributeMisplaced(element.at.of('bandwidth/@classID'), 'classID', 'networks'));
  if (element.has('bandwidth/inbound') && !floor) element.required('bandwidth/inbound/@average', RATE_HELP);
  if (element.has('bandwidth/outbound')) element.required('bandwidth/outbound/@average', RATE_HELP);
}

const isPasst = (element: XmlElement) => element.text('backend/@type') === 'passt';

function parseHostSettings(element: XmlElement): HostSetting[] {
  checkHostSettings(element);
  const settings: HostSetting[] = HOST_SETTINGS.filter(
    (path) => !(path === 'route' && isPasst(element)) && element.skip(path),
  );
  // without a number it sets nothing
  if (element.skip('coalesce') && element.has('coalesce/rx/frames/@max')) settings.push('coalesce');
  if (element.has('bandwidth/inbound/@floor')) settings.push('floor');
  if (element.yes('port/@isolated') === true) settings.push('isolated');
  if (element.yes('@trustGuestRxFilters') === true) settings.push('@trustGuestRxFilters');
  const manager = element.choice('source/@macTableManager', ['kernel', 'libvirt']);
  if (manager === 'libvirt') settings.push('source/@macTableManager');
  return settings;
}

function parsePortForward(element: XmlElement): PortForward {
  element.required('@proto');
  return {
    at: element.at,
    proto: element.choice('@proto', ['tcp', 'udp']) ?? 'tcp',
    address: element.text('@address'),
    dev: element.text('@dev'),
    ranges: element.children('range').map(parseRange),
  };
}

function parseRange(range: XmlElement): PortForward['ranges'][number] {
  if (['@end', '@to', '@exclude'].some((path) => range.has(path))) range.required('@start');
  return {
    start: range.integer('@start', { max: 65535 }) ?? 0,
    end: range.integer('@end', { max: 65535 }),
    to: range.integer('@to', { max: 65535 }),
    exclude: range.yes('@exclude') ?? false,
  };
}
