import { interfaceDirect } from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Interface } from '../../model/interface';
import { descriptorSets } from '../chardev';
import type { Context } from '../context';
import { isVirtio } from '../virtio/driver';
import { bridgeOf } from './bridge';
import { decideHelper } from './bridge-helper';
import { passtNetdev } from './passt';
import { MOST_QUEUES } from './queues';
import { vhostUserNetdev } from './vhost-user';
import { keepLast } from '../../model/keep-last';
import type { HostSide } from './host-side';

/** The -netdev of a card; undefined after a report. */
export function planNetdev(device: Interface, guest: Domain, context: Context): HostSide | undefined {
  const { type, source } = device;
  if (device.backend.type === 'passt') return passtNetdev(device, guest, context);
  switch (type) {
    case 'user':
      return { netdev: { type: 'user', ...userAddresses(device) } };
    case 'network':
    case 'bridge':
      return bridged(device, context);
    case 'ethernet':
      return tap(device, context);
    case 'direct':
      return direct(device, context);
    case 'client':
      return socket({ connect: endpoint(source) });
    case 'server':
      return socket({ listen: endpoint(source) });
    case 'mcast':
      return socket({ mcast: endpoint(source) });
    case 'udp':
      return socket({
        udp: endpoint(source),
        localaddr: endpoint({ address: source.localAddress, port: source.localPort }),
      });
    case 'vhostuser':
      return vhostUserNetdev(device, guest, context);
    case 'vdpa':
      return vdpa(device, guest, context);
    default:
      return undefined;
  }
}

/** The network that a guest's user networking shows it. */
function userAddresses({ ips }: Interface): Record<string, string | number | undefined> {
  const four = ips.find(({ family }) => family === 'ipv4');
  const six = ips.find(({ family }) => family === 'ipv6');
  return {
    net: four && `${four.address}${four.prefix ? `/${four.prefix}` : ''}`,
    'ipv6-prefix': six?.address,
    'ipv6-prefixlen': six?.prefix || undefined, // 0 is none
  };
}

function endpoint({ address = '', port = 0 }: { address?: string | undefined; port?: number | undefined }) {
  return `${address}:${port}`;
}

function socket(where: Readonly<Record<string, string>>): HostSide {
  return { netdev: { type: 'socket', ...where } };
}

/** libvirt plugs a tap into the bridge and hands it over; alone, QEMU's own helper does. */
function bridged(device: Interface, context: Context): HostSide | undefined {
  if (context.profile.descriptors) return tap(device, context);
  const bridge = bridgeOf(device, context);
  if (bridge === undefined) return undefined;
  decideHelper(device, context);
  return { netdev: { type: 'bridge', br: bridge } };
}

/** A macvtap device is reached by a descriptor alone: a tap of QEMU's own making would be plugged into nothing. */
function direct(device: Interface, context: Context): HostSide | undefined {
  if (context.profile.descriptors) return tap(device, context);
  const { at, source } = device;
  context.report(interfaceDirect(at.of('@type'), source.dev ?? "the host's card"));
  return undefined;
}

/** vhost-net moves packets in the kernel, for virtio cards that do not say otherwise. */
function tap(device: Interface, context: Context): HostSide {
  const { driver, model = '', target, sndbuf } = device;
  const vhost = isVirtio(model) && driver.name !== 'qemu';
  const queues = isVirtio(model) ? Math.min(driver.queues ?? 1, MOST_QUEUES) : 1; // more was refused
  if (!context.profile.descriptors)
    return {
      netdev: {
        type: 'tap',
        ifname: target?.dev,
        script: device.script ?? 'no',
        downscript: device.downscript ?? 'no',
        vhost: vhost ? true : undefined,
        queues: queues > 1 ? queues : undefined,
        sndbuf,
      },
    };
  const descriptors = queues > 1 ? Array.from({ length: queues }, (_, n) => n + 3).join(':') : '3';
  return {
    netdev: {
      type: 'tap',
      [queues > 1 ? 'fds' : 'fd']: descriptors,
      vhost: vhost ? true : undefined,
      [queues > 1 ? 'vhostfds' : 'vhostfd']: vhost ? descriptors : undefined,
      sndbuf,
    },
  };
}

/** The sets of the cards' descriptors: numbered over the whole guest, after those of all other devices. */
const vdpaSets = keepLast((guest: Domain): ReadonlyMap<Interface, number> => {
  const cards = devicesOf(guest, 'interface').filter(({ type }) => type === 'vdpa');
  const tpms = devicesOf(guest, 'tpm').filter(({ backend }) => backend.type === 'passthrough');
  const first = descriptorSets(guest) + 2 * tpms.length;
  return new Map(cards.map((card, index) => [card, first + index]));
});

function vdpa(device: Interface, guest: Domain, { profile, resource }: Context): HostSide {
  const { source, driver, alias = '' } = device;
  const path = source.dev ?? '';
  const queues = (driver.queues ?? 0) > 1 ? driver.queues : undefined;
  if (profile.descriptors) {
    const set = vdpaSets(guest).get(device) ?? 0;
    return {
      netdev: { type: 'vhost-vdpa', vhostdev: `/dev/fdset/${set}`, queues },
      descriptor: { set, opaque: `${alias}-vdpa` },
    };
  }
  resource({ path, access: 'read-write', shared: false, usedBy: alias });
  return { netdev: { type: 'vhost-vdpa', vhostdev: path, queues } };
}
