import { checkSocketPath } from '../chardev/socket-path';
import type { Domain } from '../../model/domain';
import type { Interface } from '../../model/interface';
import { reconnectWords } from '../chardev/reconnect';
import type { Context } from '../context';
import type { HostSide } from './host-side';

/** A switch in another process, such as DPDK's: it and QEMU share the guest's memory. */
export function vhostUserNetdev(device: Interface, _guest: Domain, context: Context): HostSide {
  const { source, driver, alias = '' } = device;
  const id = `char${alias}`;
  checkSocketPath(source.path, () => device.at.of('source/@path'), context);
  const queues = (driver.queues ?? 0) > 1 ? driver.queues : undefined;
  return {
    chardev: {
      id,
      backend: 'socket',
      properties: {
        path: source.path,
        server: source.mode === 'server' ? true : undefined,
        ...reconnectWords(source.reconnect, source.mode === 'server', context),
      },
      descriptors: [],
    },
    netdev: { type: 'vhost-user', chardev: id, queues },
  };
}
