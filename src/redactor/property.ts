import type { Kind } from './kind';
import { kindOfEntry } from './texts';

/** Properties that say whose guest it is, by their last word, whatever option they stand in. */
const ANYWHERE: Readonly<Record<string, Kind>> = {
  serial: 'serial',
  wwn: 'wwn',
  port_wwn: 'wwn',
  br: 'bridge',
  mount_tag: 'tag',
  tag: 'tag',
  user: 'user',
  username: 'user',
  password: 'password',
  passwd: 'password',
  data: 'password',
  'initiator-name': 'iqn',
  ifname: 'netdev',
};

/** Properties of single options; the one without a name is what `-append TEXT` has. */
const OF_OPTION: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  '-name': { guest: 'guest', process: 'guest' },
  '-append': { '': 'command' },
  '-fw_cfg': { name: 'firmware', string: 'words' },
  '-audiodev': { server: 'host', 'in.name': 'name', 'out.name': 'name' },
};

/** Options in which these are machines on a network; elsewhere they are PCI addresses. */
const REMOTE = /^-(netdev|chardev|drive|blockdev|vnc|spice|object|incoming|monitor|qmp|serial)$/;
const HOSTS: Readonly<Record<string, Kind>> = {
  host: 'host',
  portal: 'host',
  addr: 'host',
  localaddr: 'host',
  hostname: 'host',
  'tls-hostname': 'host',
};
const IMAGES: Readonly<Record<string, Kind>> = {
  pool: 'remote',
  image: 'remote',
  volume: 'remote',
  export: 'remote',
};

/** What a property of a command line is, where its form does not tell; `guest` of -name, `server.host` of -blockdev. */
export function kindOfProperty(option: string, name: string): Kind | undefined {
  const last = name.replace(/^.*\./, '');
  const given = OF_OPTION[option]?.[name] ?? ANYWHERE[last];
  if (given !== undefined) return given;
  if (option === '-smbios') return last === 'type' ? undefined : kindOfEntry(last);
  return REMOTE.test(option) ? (HOSTS[last] ?? IMAGES[last]) : undefined;
}
