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
  return [
    ...device.mounts.map((mount) => `mounted on ${mount}`),
    ...(device.swap ? ['used as swap'] : []),
    ...device.holders.flatMap((path) => usesOfHolder(facts, path)),
    ...(facts.block ?? [])
      .filter(({ partitionOf }) => partitionOf === device.path)
      .flatMap((part) => hostUses(facts, part).map((use) => `its partition ${part.path} is ${use}`)),
  ];
}

/** The partitions of a map are devices of their own; that they are there is no use. */
function usesOfHolder(facts: HostFacts, path: string): readonly string[] {
  const holder = facts.block?.find((device) => device.path === path);
  if (holder?.dm === undefined) return [`part of ${path}`];
  const name = `/dev/mapper/${holder.dm.name}`;
  if (holder.dm.type !== 'partition') return [`part of ${name} (${holder.dm.type})`];
  return hostUses(facts, holder).map((use) => `its partition ${name} is ${use}`);
}

/** The multipath map of which a device is a path. */
export function multipathOf(facts: HostFacts, device: BlockDevice): string | undefined {
  const map = facts.block?.find(({ path, dm }) => device.holders.includes(path) && dm?.type === 'multipath');
  return map?.dm && `/dev/mapper/${map.dm.name}`;
}
