import { SECRET_ATTRIBUTES } from '../model/secret-words';
import { kindsOf, type Kind } from './kind';

/** `element: attributes` that name a file, a folder or a socket, whether from the root or not. */
const PATHS = `
acceleration: rendernode
audio: path runtimeDir
backend: logFile tap vhost
binary: path
config: file
console: tty
device: path
downscript: path
entry: file
gl: rendernode
graphics: socket xauth
host: socket
identity: agentsock keyfile
knownHosts: path
listen: socket
log: file
nvram: template
parallel: tty
quoteGenerationService: path
rom: file
script: path
serial: tty
server: path
source: dev dir evdev file master path slave socket startpath
target: path
varstore: path template
`;

const ofPaths = PATHS.trim()
  .split('\n')
  .flatMap((line) => {
    const [element = '', names = ''] = line.split(': ');
    return names.split(' ').map((name) => [`${element}@${name}`, 'path'] as const);
  });

/** Attributes that say whose guest it is, by element, or by element and what it is in. */
const ATTRIBUTES = kindsOf({
  ...Object.fromEntries(ofPaths),
  'adapter@name': 'node',
  'adapter@parent': 'node',
  'alias@name': 'alias',
  'audio@serverName': 'host',
  'auth@username': 'user',
  'backend@host': 'host',
  'backend@hostname': 'host',
  'backend@fqdn': 'host',
  'backenddomain@name': 'name',
  'cachetune@id': 'name',
  'cookie@name': 'name',
  'device@alias': 'alias',
  'disk/target@dev': 'drive',
  'encryption@secret': 'uuid',
  'env@value': 'words',
  'fibrechannel@appid': 'name',
  'filterref@filter': 'name',
  'graphics@display': 'host',
  'graphics@listen': 'host',
  'graphics@username': 'user',
  'guest@actual': 'netdev',
  'guest@dev': 'netdev',
  'host@name': 'host',
  'identity@group': 'user',
  'identity@user': 'user',
  'identity@username': 'user',
  'initenv@name': 'name',
  'input@clientName': 'name',
  'input@connectPorts': 'name',
  'input@dev': 'sound',
  'input@name': 'name',
  'input@serverName': 'host',
  'input@streamName': 'name',
  'interface/source@dev': 'netdev',
  'interface/target@dev': 'netdev',
  'ip@address': 'host',
  'ip@peer': 'address',
  'listen@address': 'host',
  'listen@network': 'network',
  'local@address': 'host',
  'mac@address': 'mac',
  'mac@currentAddress': 'mac',
  'output@clientName': 'name',
  'output@connectPorts': 'name',
  'output@dev': 'sound',
  'output@name': 'name',
  'output@serverName': 'host',
  'output@streamName': 'name',
  'parameter@value': 'words',
  'parameters@instanceid': 'uuid',
  'parameters@interfaceid': 'uuid',
  'parameters@profileid': 'name',
  'portForward@address': 'host',
  'portForward@dev': 'netdev',
  'route@address': 'address',
  'route@gateway': 'host',
  'secret@usage': 'usage',
  'shareipc@value': 'name',
  'sharenet@value': 'name',
  'shareuts@value': 'name',
  'shmem@name': 'name',
  'snapshot@name': 'name',
  'source@address': 'host',
  'source@bridge': 'bridge',
  'source@channel': 'channel',
  'iommufd@fdgroup': 'name',
  'source@fdgroup': 'name',
  'source@host': 'host',
  'source@network': 'network',
  'source@pool': 'pool',
  'source@portgroup': 'name',
  'source@portgroupid': 'name',
  'source@portid': 'uuid',
  'source@query': 'words',
  'source@switchid': 'uuid',
  'source@tlsHostname': 'host',
  'source@volume': 'volume',
  'sysinfo/entry@name': 'firmware',
  'channel/target@address': 'host',
  'target@dir': 'tag',
  'target@name': 'channel',
  'teaming@persistent': 'alias',
  'throttlefilter@group': 'group',
});

/** The same in whatever element they are. */
const ANYWHERE = kindsOf({
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
});

/** What an attribute is that says whose guest it is; others are looked through for what has a form of its own. */
export function kindOfAttribute(
  { parent, element }: { readonly parent: string; readonly element: string },
  name: string,
  others: (name: string) => string | undefined,
): Kind | undefined {
  if (element === 'source' && name === 'name') {
    if (others('protocol') === undefined) return 'node';
    return others('protocol') === 'iscsi' ? undefined : 'remote';
  }
  const own = `${element}@${name}`;
  return ATTRIBUTES.get(`${parent}/${own}`) ?? ATTRIBUTES.get(own) ?? ANYWHERE.get(name);
}
