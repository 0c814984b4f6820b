import { blockIndex } from './block-index';
import type { BlockDevice, HostFacts, HostNode, Lookup } from './facts';

/** The block device behind a path: its node, or any link to it. */
export function blockByPath(facts: HostFacts, path: string): Lookup<BlockDevice> {
  const found = facts.block && blockIndex(facts.block).byPath.get(path);
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
  const holders = device.holders.flatMap((path) => named(facts, path));
  const upper = [...holders, ...partitionsOf(facts, device)].flatMap((next) => mountsOn(facts, next, way));
  return [...new Set([...device.mounts, ...upper])];
}

/** All that a block device is made of: the disk of a partition, what a map or an array is over, and what is below these. */
export function madeOf(facts: HostFacts, device: BlockDevice): ReadonlySet<string> {
  const below = new Set<string>();
  const open = [device];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const path of next.partitionOf === undefined ? next.slaves : [next.partitionOf, ...next.slaves]) {
      if (below.has(path)) continue;
      below.add(path);
      open.push(...named(facts, path));
    }
  return below;
}

function named({ block = [] }: HostFacts, path: string): readonly BlockDevice[] {
  const device = blockIndex(block).byPath.get(path);
  return device === undefined ? [] : [device];
}

function partitionsOf({ block = [] }: HostFacts, { path }: BlockDevice): readonly BlockDevice[] {
  return blockIndex(block).partitions.get(path) ?? [];
}

/** The partitions of a map are devices of their own; that they are there is no use. */
function usesOfHolder(facts: HostFacts, path: string, way: readonly string[]): readonly string[] {
  const [holder] = named(facts, path);
  if (holder === undefined) return [`part of ${path}`];
  const name = holder.dm === undefined ? path : `/dev/mapper/${holder.dm.name}`;
  const uses = hostUses(facts, holder, way);
  if (holder.dm?.type === 'partition') return uses.map((use) => `its partition ${name} is ${use}`);
  const kind = holder.dm === undefined ? '' : ` (${holder.dm.type})`;
  return [`part of ${name}${kind}${relatives(uses)}`];
}

/** `mounted on /`, `its partition /dev/sda1 is mounted on /`: after the name of what has these uses. */
function relatives(uses: readonly string[]): string {
  const own = uses.filter((use) => !use.startsWith('its '));
  const ofParts = uses.filter((use) => use.startsWith('its ')).map((use) => use.replace('its ', 'whose '));
  const parts = [...(own.length === 0 ? [] : [`which is ${own.join(' and ')}`]), ...ofParts];
  return parts.map((part) => `, ${part}`).join('');
}

/** The multipath map of which a device is a path. */
export function multipathOf(
  facts: HostFacts,
  device: BlockDevice,
): { readonly name: string; readonly map: BlockDevice } | undefined {
  if (device.holders.length === 0) return undefined;
  const map = facts.block?.find(({ path, dm }) => device.holders.includes(path) && dm?.type === 'multipath');
  return map?.dm && { name: `/dev/mapper/${map.dm.name}`, map };
}

/** Of a path of a multipath map, the uses of the map: to be part of it is none. */
export function usesBeyondMap(facts: HostFacts, device: BlockDevice): readonly string[] {
  const multipath = multipathOf(facts, device);
  if (multipath === undefined) return hostUses(facts, device);
  return hostUses(facts, multipath.map).map((use) => `a path of ${multipath.name}${relatives([use])}`);
}
