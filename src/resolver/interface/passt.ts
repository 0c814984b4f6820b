import { socketPart } from '../../model/socket-path';
import { fileName } from '../../model/file-name';
import type { Domain } from '../../model/domain';
import type { Interface, PortForward } from '../../model/interface';
import { reconnectWords } from '../chardev/reconnect';
import type { Context } from '../context';
import { shortName } from '../guest/paths';
import type { HostSide } from './host-side';

/** passt, user networking in a process of its own: a stream socket, or vhost-user, for which it has a second one (passt(1), --repair-path). */
export function passtNetdev(device: Interface, guest: Domain, context: Context): HostSide {
  const { alias = '', type } = device;
  const path = socketOf(alias, guest, context);
  context.companion({
    name: 'passt',
    argv: ['passt', ...passtWords(device, path)],
    socket: path,
    ...(type === 'vhostuser' ? { leaves: [`${path}.repair`] } : {}),
    reason: `it is the network of interface ${alias}`,
  });
  context.resource({ path, access: 'read-write', shared: false, usedBy: alias });
  if (type !== 'vhostuser') return { netdev: streamNetdev(path, context) };
  const id = `char${alias}`;
  const again = reconnectWords({ enabled: true, timeout: 5 }, false, context);
  return {
    chardev: { id, backend: 'socket', properties: { path, ...again }, descriptors: [] },
    netdev: { type: 'vhost-user', chardev: id },
  };
}

/** Bytes for what the socket is called after. */
const NAME = 80;

function socketOf(alias: string, guest: Domain, { profile }: Context): string {
  if (profile.daemonFolders) return `/var/run/libvirt/qemu/passt/${shortName(guest)}-${alias}.socket`;
  return `/run/passt-${socketPart(`${fileName(guest.name)}-${alias}`, NAME)}.sock`;
}

function streamNetdev(path: string, { qemu }: Context): HostSide['netdev'] {
  const again = qemu.has('netdev-stream-reconnect-miliseconds')
    ? { 'reconnect-ms': 5000 }
    : qemu.has('netdev.stream.reconnect')
      ? { reconnect: 5 }
      : {};
  return { type: 'stream', addr: { type: 'unix', path }, server: false, ...again };
}

/** passt(1): in the foreground, so that who starts it can end it; it ends with the guest, and shows it the addresses of the XML, else the host's own. */
function passtWords(device: Interface, socket: string): string[] {
  const { type, source, backend, ips, routes, mtu, portForwards } = device;
  const named = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [name, String(value)];
  return [
    '--foreground',
    '--one-off',
    ...named('--socket', socket),
    ...(type === 'vhostuser' ? ['--vhost-user'] : []),
    ...named('--mtu', mtu),
    ...named('--interface', source.dev),
    ...named('--log-file', backend.logFile),
    ...named('--hostname', backend.hostname),
    ...named('--fqdn', backend.fqdn),
    ...ips.flatMap(({ address, family, prefix }) => [
      ...named('--address', address),
      ...named('--netmask', family === 'ipv4' ? prefix : undefined),
    ]),
    ...routes.flatMap(({ gateway }) => named('--gateway', gateway)),
    ...portForwards.flatMap((forward) => named(`--${forward.proto}-ports`, portsOf(forward))),
  ];
}

/** `ADDRESS%DEV/22:2022,1000-1050,~1020`: host ports, and after a colon the guest's where they differ. */
function portsOf({ address = '', dev, ranges }: PortForward): string {
  const where = `${address}${dev === undefined ? '' : `%${dev}`}`;
  const ports = ranges.map(({ start, end, to, exclude }) => {
    const last = end === undefined ? '' : `-${end}`;
    const lastTo = end === undefined || to === undefined ? '' : `-${to + end - start}`;
    return `${exclude ? '~' : ''}${start}${last}${to === undefined ? '' : `:${to}${lastTo}`}`;
  });
  if (ports.length === 0) return where === '' ? 'all' : where;
  return `${where === '' ? '' : `${where}/`}${ports.join(',')}`;
}
