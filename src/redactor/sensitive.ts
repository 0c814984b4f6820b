import { SECRET_ATTRIBUTES } from '../model/secret-words';
import type { Kind } from './kind';

/** Attributes that say whose guest it is, by element: others are looked through for addresses and paths alone. */
const ATTRIBUTES: Readonly<Record<string, Kind>> = {
  'auth@username': 'user',
  'secret@usage': 'usage',
  'graphics@passwd': 'password',
  'graphics@username': 'user',
  'redirfilter@passwd': 'password',
  'host@name': 'host',
  'source@host': 'host',
  'source@tlsHostname': 'host',
  'backend@host': 'host',
  'source@address': 'host',
  'local@address': 'host',
  'listen@address': 'host',
  'ip@address': 'host',
  'ip@peer': 'address',
  'route@address': 'address',
  'route@gateway': 'address',
  'graphics@listen': 'host',
  'source@pool': 'pool',
  'source@volume': 'volume',
  'source@network': 'network',
  'listen@network': 'network',
  'source@bridge': 'bridge',
  'source@portgroup': 'name',
  'source@portid': 'uuid',
  'source@query': 'words',
  'source@startpath': 'path',
  'cookie@name': 'name',
  'shmem@name': 'name',
  'alias@name': 'alias',
  'device@alias': 'alias',
  'target@dir': 'tag',
  'parameters@profileid': 'name',
  'parameters@interfaceid': 'uuid',
  'parameters@instanceid': 'uuid',
  'filterref@filter': 'name',
  'throttlefilter@group': 'group',
  'env@value': 'words',
  'snapshot@name': 'name',
};

/** The same in whatever element they are. */
const ANYWHERE: Readonly<Record<string, Kind>> = {
  uuid: 'uuid',
  wwn: 'wwn',
  wwnn: 'wwn',
  wwpn: 'wwn',
  fabric_wwn: 'wwn',
  parent_wwnn: 'wwn',
  parent_wwpn: 'wwn',
  parent_fabric_wwn: 'wwn',
  serial: 'serial',
  ...Object.fromEntries(SECRET_ATTRIBUTES.map((name) => [name, 'password'])),
};

/** Elements with text. `domain/name` is one that means this only there. */
const TEXTS: Readonly<Record<string, Kind>> = {
  'domain/name': 'guest',
  title: 'words',
  description: 'words',
  uuid: 'uuid',
  genid: 'uuid',
  serial: 'serial',
  wwn: 'wwn',
  cmdline: 'command',
  cookie: 'words',
  group_name: 'group',
  initarg: 'words',
  dhCert: 'encoded',
  session: 'encoded',
  idBlock: 'encoded',
  idAuth: 'encoded',
  hostData: 'encoded',
  'oemStrings/entry': 'words',
  'sysinfo/entry': 'words',
};

export function kindOfText(parent: string, element: string): Kind | undefined {
  return TEXTS[`${parent}/${element}`] ?? TEXTS[element];
}

/** Entries that say what a machine is, not whose. */
const MODELS = ['vendor', 'version', 'date', 'release', 'manufacturer', 'product'];

/** Of entries of `<sysinfo>` as the SMBIOS tables name them. */
export function kindOfEntry(name: string | undefined): Kind | undefined {
  if (MODELS.includes(name ?? '')) return undefined;
  return name === 'uuid' || name === 'serial' ? name : 'words';
}

export function kindOfAttribute(
  element: string,
  name: string,
  others: (name: string) => string | undefined,
): Kind | undefined {
  if (element === 'source' && name === 'name') {
    if (others('protocol') === undefined) return 'node';
    return others('protocol') === 'iscsi' ? undefined : 'remote';
  }
  if (element === 'mac' && name === 'address') return 'mac';
  return ATTRIBUTES[`${element}@${name}`] ?? ANYWHERE[name];
}
