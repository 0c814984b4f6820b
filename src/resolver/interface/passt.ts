import { unsupported } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { Interface } from '../../model/interface';
import type { Context } from '../context';
import { shortName } from '../guest/paths';
import type { HostSide } from './netdev';

/** passt, user networking in a process of its own: a stream socket, or vhost-user. Only libvirt's form as yet. */
export function passtNetdev(device: Interface, guest: Domain, context: Context): HostSide | undefined {
  const { at, alias = '', type } = device;
  if (!context.profile.libvirtDefaults) {
    context.report(unsupported(at.of('backend'), 'the passt back end', "leave <backend type='passt'/> out"));
    return undefined;
  }
  const path = `/var/run/libvirt/qemu/passt/${shortName(guest)}-${alias}.socket`;
  if (type !== 'vhostuser') return { netdev: streamNetdev(path, context) };
  const id = `char${alias}`;
  return {
    chardev: { id, backend: 'socket', properties: { path, 'reconnect-ms': 5000 }, descriptors: [] },
    netdev: { type: 'vhost-user', chardev: id },
  };
}

function streamNetdev(path: string, { qemu }: Context): HostSide['netdev'] {
  const again = qemu.has('netdev-stream-reconnect-miliseconds')
    ? { 'reconnect-ms': 5000 }
    : qemu.has('netdev.stream.reconnect')
      ? { reconnect: 5 }
      : {};
  return { type: 'stream', addr: { type: 'unix', path }, server: false, ...again };
}
