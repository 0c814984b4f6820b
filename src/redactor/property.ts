import { SECRET_OPTIONS } from '../model/secret-words';
import { kindsOf, type Kind } from './kind';
import { kindOfEntry } from './texts';

/** Properties that say whose guest it is, by their last word, whatever option they stand in. */
const ANYWHERE = kindsOf({
  serial: 'serial',
  wwn: 'wwn',
  port_wwn: 'wwn',
  br: 'bridge',
  mount_tag: 'tag',
  tag: 'tag',
  user: 'user',
  username: 'user',
  ...Object.fromEntries(SECRET_OPTIONS.map((name) => [name, 'password'])),
  'initiator-name': 'iqn',
  ifname: 'netdev',
});

/** Properties of single options; the one without a name is what `-append TEXT` has. */
const OF_OPTION = kindsOf({
  '-name guest': 'guest',
  '-name process': 'guest',
  '-append ': 'command',
  '-fw_cfg name': 'firmware',
  '-fw_cfg string': 'words',
  '-audiodev server': 'host',
  '-audiodev in.name': 'name',
  '-audiodev out.name': 'name',
});

/** Options in which these are machines on a network; elsewhere they are PCI addresses. */
const REMOTE = /^-(netdev|chardev|drive|blockdev|vnc|spice|object|incoming|monitor|qmp|serial)$/;
const HOSTS = kindsOf({
  host: 'host',
  portal: 'host',
  addr: 'host',
  localaddr: 'host',
  hostname: 'host',
  'tls-hostname': 'host',
});
const IMAGES = kindsOf({
  pool: 'remote',
  image: 'remote',
  volume: 'remote',
  export: 'remote',
});

/** What a property of a command line is, where its form does not tell; `guest` of -name, `server.host` of -blockdev. */
export function kindOfProperty(option: string, name: string): Kind | undefined {
  const last = name.replace(/^.*\./, '');
  const given = OF_OPTION.get(`${option} ${name}`) ?? ANYWHERE.get(last);
  if (given !== undefined) return given;
  if (option === '-smbios') return last === 'type' ? undefined : kindOfEntry(last);
  return REMOTE.test(option) ? (HOSTS.get(last) ?? IMAGES.get(last)) : undefined;
}
