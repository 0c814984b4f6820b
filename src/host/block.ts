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

/**
 * Why the host itself uses a block device: mounted, swap, part of something, through its partitions and through what is
 * made of it too. `above` are the devices that led here: a snapshot by hand may lead in a ring.
 */
export function hostUses(
  facts: HostFacts,
  device: BlockDevice,
  above: readonly string[] = [],
): readonly string[] {
  if (above.includes(device.path)) return [];
  const way = [...above, device.path];
  return [
    ...device.mounts.map((mount) => `mounted on ${mount}`),
    ...(device.swap ? ['used as swap'] : []),
    ...device.holders.flatMap((path) => usesOfHolder(facts, path, way)),
    ...partitionsOf(facts, device).flatMap((part) =>
      hostUses(facts, part, way).map((use) => `its partition ${part.path} is ${use}`),
    ),
  ];
}

/** All mount points that rest on a block device, however many layers are between: `/` tells the host's root disk. */
export function mountsOn(
  facts: HostFacts,
  device: BlockDevice,
  above: readonly string[] = [],
): readonly string[] {
  if (above.includes(device.path)) return [];
  const way = [...above, device.path];
  const holders = (facts.block ?? []).filter(({ path }) => device.holders.includes(path));
  const upper = [...holders, ...partitionsOf(facts, device)].flatMap((next) => mountsOn(facts, next, way));
  return [...new Set([...device.mounts, ...upper])];
}

function partitionsOf({ block = [] }: HostFacts, { path }: BlockDevice): readonly BlockDevice[] {
  return block.filter(({ partitionOf }) => partitionOf === path);
}

/** The partitions of a map are devices of their own; that they are there is no use. */
function usesOfHolder(facts: HostFacts, path: string, way: readonly string[]): readonly string[] {
  const holder = facts.block?.find((device) => device.path === path);
  if (holder === undefined) return [`part of ${path}`];
  const name = holder.dm === undefined ? path : `/dev/mapper/${holder.dm.name}`;
  const uses = hostUses(facts, holder, way);
  if (holder.dm?.type === 'partition') return uses.map((use) => `its partition ${name} is ${use}`);
  const kind = holder.dm === undefined ? '' : ` (${holder.dm.type})`;
  return [`part of ${name}${kind}${uses.length === 0 ? '' : `, which is ${uses.join(' and ')}`}`];
}

/** The multipath map of which a device is a path. */
export function multipathOf(
  facts: HostFacts,
  device: BlockDevice,
): { readonly name: string; readonly map: BlockDevice } | undefined {
  const map = facts.block?.find(({ path, dm }) => device.holders.includes(path) && dm?.type === 'multipath');
  return map?.dm && { name: `/dev/mapper/${map.dm.name}`, map };
}

/** Of a path of a multipath map, the uses of the map: to be part of it is none. */
export function usesBeyondMap(facts: HostFacts, device: BlockDevice): readonly string[] {
  const multipath = multipathOf(facts, device);
  if (multipath === undefined) return hostUses(facts, device);
  return hostUses(facts, multipath.map).map((use) => `its map ${multipath.name} is ${use}`);
}
