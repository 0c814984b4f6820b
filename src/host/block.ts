import type { BlockDevice, HostFacts, HostNode, Lookup } from './facts';

/** The block device behind a path: its node, or any link to it. */
export function blockByPath(facts: HostFacts, path: string): Lookup<BlockDevice> {
  const found = facts.block?.find((device) => device.path === path || device.links.includes(path));
  if (found) return found;
  const node = facts.nodes?.find((other) => other.path === path);
  if (node !== undefined) return node.kind === 'unreadable' || node.kind === 'block' ? 'unknown' : 'absent';
  const whole = facts.block !== undefined && facts.covers === undefined;
  return whole && path.startsWith('/dev/') ? 'absent' : 'unknown';
}

/** What a path is that is no block device of the snapshot: a file, a character device, nothing. */
export function nodeByPath(facts: HostFacts, path: string): Lookup<HostNode> {
  const found = facts.nodes?.find((node) => node.path === path);
  if (found === undefined) return 'unknown';
  return found.kind === 'absent' ? 'absent' : found;
}

/** Why the host itself uses a block device: mounted, swap, part of something, through its partitions too. */
export function hostUses(facts: HostFacts, device: BlockDevice): readonly string[] {
  const partitions = (facts.block ?? []).filter(({ partitionOf }) => partitionOf === device.path);
  return [
    ...device.mounts.map((mount) => `mounted on ${mount}`),
    ...(device.swap ? ['used as swap'] : []),
    ...device.holders.map((holder) => `part of ${nameOf(facts, holder)}`),
    ...partitions.flatMap((part) =>
      hostUses(facts, part).map((use) => `its partition ${part.path} is ${use}`),
    ),
  ];
}

/** The name by which people know a holder: /dev/mapper/mpatha rather than /dev/dm-0. */
function nameOf(facts: HostFacts, path: string): string {
  const holder = facts.block?.find((device) => device.path === path);
  return holder?.dm ? `/dev/mapper/${holder.dm.name} (${holder.dm.type})` : path;
}
