import { hostDeviceOpen } from '../../diagnostics/catalog';
import { blockByPath } from '../../host/block';
import { nodesOf, scsiDeviceByNode } from '../../host/scsi';
import type { HostFacts } from '../../host/facts';
import type { Check } from '../check';

/** Another QEMU on the same device. Image locks keep two from one disk; nothing keeps them from one sg node. */
export const openElsewhere: Check = ({ plan, context, skip }) => {
  const { host, report } = context;
  const devices = new Map(
    plan.devices
      .filter(({ kind }) => kind === 'disk' || kind === 'hostdev')
      .map((device) => [device.id, device]),
  );
  for (const { path, access, usedBy } of plan.resources) {
    const device = devices.get(usedBy);
    if (access === 'read' || !path.startsWith('/dev/') || device === undefined) continue;
    if (host.scsiUse?.opened === undefined) {
      skip('whether another QEMU holds its devices');
      continue;
    }
    const nodes = new Set([path, ...siblings(host, path)]);
    const users = host.scsiUse.opened.filter((open) => nodes.has(open.path));
    if (users.length > 0) report(hostDeviceOpen(device.device.at.of('source'), path, users));
  }
};

/** The other nodes of the same device. */
function siblings(host: HostFacts, path: string): readonly string[] {
  const device = scsiDeviceByNode(host, path);
  const block = blockByPath(host, path);
  return [
    ...(typeof device === 'object' ? nodesOf(device).map((node) => node.path) : []),
    ...(typeof block === 'object' ? [block.path, ...block.slaves] : []),
  ];
}
