import { deviceNodeDenied, deviceNodeMissing } from '../diagnostics/catalog';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nodeByPath } from '../host/block';
import type { HostNode, Lookup } from '../host/facts';
import type { Place } from '../model/place';
import type { PlannedDevice } from '../model/plan/device';
import type { Check } from './check';

/** Nodes of the kernel that a device needs and the XML does not name. */
export const deviceNodes: Check = ({ plan, context, skip }) => {
  const said = new Set<string>();
  for (const need of plan.devices.flatMap(needsOf)) {
    if (said.has(need.node)) continue;
    const node = nodeByPath(context.host, need.node);
    if (node === 'unknown')
      skip('whether the host has what its network, vsock, vhost and video devices need');
    const problem = problemOf(need, node);
    if (problem === undefined) continue;
    said.add(need.node);
    context.report(problem);
  }
};

function problemOf(
  { at, node, what, module, byQemu }: Need,
  found: Lookup<HostNode>,
): Diagnostic | undefined {
  if (found === 'absent') return deviceNodeMissing(at, node, what, `load it: modprobe ${module}`);
  const denied = byQemu && typeof found === 'object' && found.access === 'none';
  return denied ? deviceNodeDenied(at, node, what) : undefined;
}

interface Need {
  readonly at: Place;
  readonly node: string;
  readonly what: string;
  readonly module: string;
  /** Else by a helper with rights of its own. */
  readonly byQemu: boolean;
}

/** A bridge's helper opens /dev/net/tun with rights of its own, but it must be there. */
function needsOf(device: PlannedDevice): readonly Need[] {
  const { at } = device.device;
  const need = (node: string, what: string, module: string, byQemu = true): Need => ({
    at,
    node,
    what,
    module,
    byQemu,
  });
  if (device.kind === 'interface' && device.passed === undefined) {
    const { type, vhost: accelerated } = device.netdev;
    if (type !== 'tap' && type !== 'bridge') return [];
    const tun = need('/dev/net/tun', 'this network card', 'tun', type === 'tap');
    const vhost = need('/dev/vhost-net', 'vhost of this network card', 'vhost_net');
    return accelerated === true ? [tun, vhost] : [tun];
  }
  if (device.kind === 'vsock') return [need('/dev/vhost-vsock', 'a vsock', 'vhost_vsock')];
  if (device.kind === 'hostdev' && device.passed.type === 'vhost-scsi')
    return [need('/dev/vhost-scsi', 'vhost-scsi', 'vhost_scsi')];
  // QEMU hw/display/virtio-gpu.c, virtio_gpu_device_realize
  if (device.kind === 'video' && device.device.blob === true)
    return [need('/dev/udmabuf', "blob='on' of this screen", 'udmabuf')];
  return [];
}
