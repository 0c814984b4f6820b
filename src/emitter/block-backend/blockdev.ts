import type { BlockdevBackend, BlockFilter, FdSet, PlannedImage } from '../../model/plan/block-backend';
import { blockdev, keyval, type Arg, type Properties } from '../args';
import { formatProperties } from './format';
import { emitBackendObject } from './objects';
import { protocolProperties } from './protocol';

/** A chain is written from its bottom: QEMU knows no forward references. */
export function emitBlockdev({ objects, image, filters }: BlockdevBackend): Arg[] {
  const nodes = [...emitChain(image), ...filters.reduce(addFilter, { below: topNode(image), args: [] }).args];
  return [...objects.map(emitBackendObject), ...nodes];
}

function emitChain(image: PlannedImage): Arg[] {
  const { backing, dataFile } = image;
  return [
    ...(backing === undefined || backing === 'none' ? [] : emitChain(backing)),
    ...(dataFile ? emitImage(dataFile) : []),
    ...emitImage(image),
  ];
}

/** The node that stands for the whole image. */
function topNode({ nodes }: PlannedImage): string {
  return nodes.format ?? nodes.slice ?? nodes.storage;
}

function emitImage(image: PlannedImage): Arg[] {
  const protocol = protocolProperties(image);
  const properties: Properties = protocol;
  return [
    ...image.objects.map(emitBackendObject),
    ...(image.fdSet ? emitFdSet(image.fdSet) : []),
    blockdev({ driver: protocol.driver, ...properties, ...storageNode(image) }),
    ...sliceNode(image),
    ...formatNode(image),
  ];
}

function emitFdSet({ set, fds }: FdSet): Arg[] {
  return fds.map(({ fd, opaque }) => keyval('-add-fd', { set, fd, opaque }));
}

/** The lowest node carries the image's own settings only where no format node is above it. */
function storageNode(image: PlannedImage): Properties {
  const { nodes, readonly, discard, detectZeroes } = image;
  if (nodes.format === undefined && nodes.slice === undefined)
    return {
      'node-name': nodes.storage,
      'read-only': readonly,
      discard,
      'detect-zeroes': detectZeroes,
      cache: cache(image),
    };
  const { storageReadonly } = image;
  return {
    'node-name': nodes.storage,
    'auto-read-only': storageReadonly === undefined ? true : undefined,
    'read-only': storageReadonly,
    discard: 'unmap',
    cache: cache(image),
  };
}

/** A slice of a file: a raw node below the format, or the top one with the image's own settings. */
function sliceNode(image: PlannedImage): Arg[] {
  const { nodes, source, readonly, discard, detectZeroes } = image;
  if (nodes.slice === undefined) return [];
  if (nodes.format === undefined)
    return [
      blockdev({
        driver: 'raw',
        file: nodes.storage,
        offset: source.slice?.offset,
        size: source.slice?.size,
        'node-name': nodes.slice,
        'read-only': readonly,
        discard,
        'detect-zeroes': detectZeroes,
        cache: cache(image),
      }),
    ];
  return [
    blockdev({
      driver: 'raw',
      file: nodes.storage,
      offset: source.slice?.offset,
      size: source.slice?.size,
      'node-name': nodes.slice,
      'auto-read-only': true,
      discard: 'unmap',
      cache: cache(image),
    }),
  ];
}

function formatNode(image: PlannedImage): Arg[] {
  const { nodes, readonly, discard, detectZeroes, backing, dataFile } = image;
  if (nodes.format === undefined) return [];
  return [
    blockdev({
      'node-name': nodes.format,
      'read-only': readonly,
      discard,
      'detect-zeroes': detectZeroes,
      cache: cache(image),
      ...formatProperties(image),
      'data-file': dataFile && topNode(dataFile),
      file: nodes.slice ?? nodes.storage,
      ...(backing === undefined ? {} : { backing: backing === 'none' ? null : topNode(backing) }),
    }),
  ];
}

function cache({ cache: flags }: PlannedImage): Properties | undefined {
  return flags && { direct: flags.direct, 'no-flush': flags.noFlush };
}

function addFilter(stack: { below: string; args: Arg[] }, filter: BlockFilter) {
  return { below: filter.node, args: [...stack.args, filterNode(filter, stack.below)] };
}

function filterNode(filter: BlockFilter, file: string): Arg {
  if (filter.type === 'throttle')
    return blockdev({
      driver: 'throttle',
      'node-name': filter.node,
      'throttle-group': filter.group,
      file,
    });
  return blockdev({ driver: 'copy-on-read', 'node-name': filter.node, file, discard: filter.discard });
}
