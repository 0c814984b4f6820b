import type { BlockDevice, Hctl, HostFacts } from '../facts';
import { hctlOf, hctlText, isUnstable } from '../scsi';
import { readBlock } from './block';
import { blockName } from './block-name';
import type { Files } from './files';
import type { Look } from './look';
import { readNode } from './nodes';
import { addressOf, readScsi } from './scsi';

/** What a guest names on the host. */
export interface Wanted {
  readonly paths: readonly string[];
  /** Of `<hostdev type='scsi'>` with an adapter. */
  readonly scsi: readonly Hctl[];
  /** False for a guest that has nothing to do with the host's NUMA nodes and huge pages. */
  readonly memory?: boolean | undefined;
}

/** Looks only at what is wanted and at what hangs on it: partitions, holders, paths of a map, the SCSI sibling. */
export function readPaths(look: Look, { paths, scsi }: Wanted): Partial<HostFacts> {
  const { files } = look;
  const found = paths.map((path) => ({ path, ...placeOf(files, path) }));
  const addresses = distinct([...scsi, ...found.map(({ hctl }) => hctl)]);
  // Reading all names costs most; only a name that may change is worth an advice.
  const advice = scsi.length > 0 || found.some(({ path }) => isUnstable(path));
  const links = advice ? look.names() : new Map<string, string[]>();
  const source = { links: withOwn(links, found), usage: look.usage() };
  const blocks = new Map<string, BlockDevice>();
  for (const { block } of found) if (block !== undefined) addBlock(files, block, source, blocks);
  const behind = [...blocks.values()].map(({ hctl }) => (hctl === undefined ? undefined : hctlOf(hctl)));
  const devices = distinct([...addresses, ...behind])
    .map((hctl) => readScsi(files, hctl, source.links))
    .filter((device) => device !== undefined);
  for (const { block } of devices) if (block) addBlock(files, blockName(block.path), source, blocks);
  return {
    covers: 'paths',
    scsi: devices,
    // All of them: where one is missing, the message names those that are there.
    adapters: addresses.length + devices.length > 0 ? look.adapters() : undefined,
    block: [...blocks.values()],
    nodes: found.filter(({ block, hctl }) => !block && !hctl).map(({ path }) => readNode(files, path)),
  };
}

interface Place {
  /** The node, every link followed. */
  readonly node?: string | undefined;
  /** Its name in /sys/class/block. */
  readonly block?: string | undefined;
  readonly hctl?: Hctl | undefined;
}

const CHARACTER_CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^\/dev\/(sg\d+)$/, 'scsi_generic'],
  [/^\/dev\/(n?st\d+[lma]?)$/, 'scsi_tape'],
  [/^\/dev\/(sch\d+)$/, 'scsi_changer'],
];

function placeOf(files: Files, path: string): Place {
  const node = files.real(path);
  if (node === undefined) return {};
  const block = blockNameOf(files, node);
  if (block !== undefined) return { node: `/dev/${block.replaceAll('!', '/')}`, block };
  for (const [pattern, group] of CHARACTER_CLASSES) {
    const name = pattern.exec(node)?.[1];
    const hctl = name === undefined ? undefined : addressOf(files, `${group}/${name}`);
    if (hctl) return { node, hctl };
  }
  return { node };
}

/** By its number where it is a device node, whatever its name; else by its name. */
export function blockNameOf(files: Files, node: string): string | undefined {
  const stats = files.stats(node);
  if (stats?.isBlockDevice()) {
    const [major, minor] = [(stats.rdev >> 8) & 0xfff, (stats.rdev & 0xff) | ((stats.rdev >> 12) & 0xfff00)];
    const real = files.real(`/sys/dev/block/${major}:${minor}`);
    if (real !== undefined) return real.slice(real.lastIndexOf('/') + 1);
  }
  const name = blockName(node);
  return node.startsWith('/dev/') && files.exists(`/sys/class/block/${name}/dev`) ? name : undefined;
}

/** A block device and all that hangs on it, each once. */
function addBlock(
  files: Files,
  name: string,
  source: Parameters<typeof readBlock>[2],
  blocks: Map<string, BlockDevice>,
): void {
  if (blocks.has(name)) return;
  const device = readBlock(files, name, source);
  if (device === undefined) return;
  blocks.set(name, device);
  const partitions = files
    .names(`/sys/class/block/${name}`)
    .filter((part) => files.exists(`/sys/class/block/${name}/${part}/partition`));
  for (const next of [...partitions, ...[...device.holders, ...device.slaves].map(blockName)])
    addBlock(files, next, source, blocks);
}

/** The path that the guest uses is a link to its node, wherever it is. */
function withOwn(
  links: ReadonlyMap<string, readonly string[]>,
  found: readonly (Place & { readonly path: string })[],
): ReadonlyMap<string, readonly string[]> {
  const all = new Map(links);
  for (const { path, node } of found)
    if (node !== undefined && node !== path)
      all.set(node, [...new Set([...(all.get(node) ?? []), path])].sort());
  return all;
}

function distinct(addresses: readonly (Hctl | undefined)[]): readonly Hctl[] {
  const known = new Map<string, Hctl>();
  for (const hctl of addresses) if (hctl) known.set(hctlText(hctl), hctl);
  return [...known.values()];
}
