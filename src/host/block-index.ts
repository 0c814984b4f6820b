import type { BlockDevice } from './facts';

/** The block devices of a host by what they are looked up by. */
interface BlockIndex {
  /** By node and by every link. */
  readonly byPath: ReadonlyMap<string, BlockDevice>;
  /** By the node of the whole disk. */
  readonly partitions: ReadonlyMap<string, readonly BlockDevice[]>;
}

/** By list, which never changes: each LUN of a whole adapter is looked up, and there may be thousands. */
const indexes = new WeakMap<readonly BlockDevice[], BlockIndex>();

export function blockIndex(block: readonly BlockDevice[]): BlockIndex {
  let index = indexes.get(block);
  if (index === undefined) {
    index = { byPath: byPath(block), partitions: byDisk(block) };
    indexes.set(block, index);
  }
  return index;
}

/** The first one, where a snapshot by hand says a path twice. */
function byPath(block: readonly BlockDevice[]): ReadonlyMap<string, BlockDevice> {
  const found = new Map<string, BlockDevice>();
  for (const device of block)
    for (const path of [device.path, ...device.links]) if (!found.has(path)) found.set(path, device);
  return found;
}

function byDisk(block: readonly BlockDevice[]): ReadonlyMap<string, readonly BlockDevice[]> {
  const found = new Map<string, BlockDevice[]>();
  for (const device of block) {
    if (device.partitionOf === undefined) continue;
    const known = found.get(device.partitionOf);
    if (known === undefined) found.set(device.partitionOf, [device]);
    else known.push(device);
  }
  return found;
}
