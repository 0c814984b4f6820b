import type { Domain } from '../../model/domain';
import type { Interface } from '../../model/interface';
import type { Context } from '../context';
import type { HostSide } from './netdev';

/** A switch in another process, such as DPDK's: it and QEMU share the guest's memory. */
export function vhostUserNetdev(device: Interface, _guest: Domain, context: Context): HostSide {
  const { source, driver, alias = '' } = device;
  const id = `char${alias}`;
  const queues = (driver.queues ?? 0) > 1 ? driver.queues : undefined;
  return {
    chardev: {
      id,
      backend: 'socket',
      properties: {
        path: source.path,
        server: source.mode === 'server' ? true : undefined,
        ...reconnecting(source.reconnect, context),
      },
      descriptors: [],
    },
    netdev: { type: 'vhost-user', chardev: id, queues },
  };
}

function reconnecting(
  reconnect: Interface['source']['reconnect'],
  { qemu }: Context,
): Readonly<Record<string, number>> {
  if (reconnect === undefined) return {};
  const seconds = reconnect.enabled ? (reconnect.timeout ?? 0) : 0;
  return qemu.has('chardev-reconnect-miliseconds')
    ? { 'reconnect-ms': seconds * 1000 }
    : { reconnect: seconds };
}
