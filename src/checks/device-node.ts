import { deviceNodeDenied, deviceNodeMissing } from '../diagnostics/catalog';
import { nodeByPath } from '../host/block';
import type { Place } from '../model/place';
import type { PlannedDevice } from '../model/plan/device';
import type { Check } from './check';

/** Nodes of the kernel that a device needs and the XML does not name. */
export const deviceNodes: Check = ({ plan, context, skip }) => {
  const said = new Set<string>();
  for (const need of plan.devices.flatMap(needsOf)) {
    if (said.has(need.node)) continue;
    said.add(need.node);
    const node = nodeByPath(context.host, need.node);
    if (node === 'unknown') skip('whether the host has what its network, vsock and vhost devices need');
    else if (node === 'absent')
      context.report(deviceNodeMissing(need.at, need.node, need.what, `load it: modprobe ${need.module}`));
    else if (node.access === 'none') context.report(deviceNodeDenied(need.at, need.node, need.what));
  }
};

interface Need {
  readonly at: Place;
  readonly node: string;
  readonly what: string;
  readonly module: string;
}

/** A bridge's helper opens /dev/net/tun with rights of its own, but it must be there. */
function needsOf(device: PlannedDevice): readonly Need[] {
  const { at } = device.device;
  const tun: Need = { at, node: '/dev/net/tun', what: 'this network card', module: 'tun' };
  const vhost: Need = { at, node: '/dev/vhost-net', what: 'vhost of this network card', module: 'vhost_net' };
  if (device.kind === 'interface' && device.passed === undefined) {
    const { type, vhost: accelerated } = device.netdev;
    if (type !== 'tap' && type !== 'bridge') return [];
    return accelerated === true ? [tun, vhost] : [tun];
  }
  if (device.kind === 'vsock')
    return [{ at, node: '/dev/vhost-vsock', what: 'a vsock', module: 'vhost_vsock' }];
  if (device.kind === 'hostdev' && device.passed.type === 'vhost-scsi')
    return [{ at, node: '/dev/vhost-scsi', what: 'vhost-scsi', module: 'vhost_scsi' }];
  return [];
}
