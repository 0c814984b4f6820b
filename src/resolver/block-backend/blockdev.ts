import type {
  BlockdevBackend,
  BlockFilter,
  DirectSource,
  PlannedImage,
} from '../../model/plan/block-backend';
import { WITH_BACKING, type BackingImage, type StorageSource } from '../../model/storage-source';
import type { Context } from '../context';
import { withMonitorPorts } from './ceph-monitors';
import { planImage } from './image';
import { cookieName, namesByAlias, namesByNode } from './names';
import type { BackendRequest } from './request';
import { locateSource } from './volume';

/** The next free number of a node and of a set of descriptors. */
interface Counter {
  node: number;
  fdSet: number;
}

/** The whole chain as a graph of nodes, and the filters on top of it. */
export function planBlockdev(
  request: BackendRequest,
  source: DirectSource,
  context: Context,
): BlockdevBackend | undefined {
  const counter = { node: request.firstNode, fdSet: request.firstFdSet ?? 0 };
  const { format = 'raw', readonly, backing, driver } = request;
  const image = planChain(
    {
      source,
      format,
      readonly,
      backing,
      top: true,
      jar: cookieName(request),
      depth: 0,
      metadataCacheMax: driver?.metadataCacheMax,
    },
    { request, counter, context },
  );
  if (image === undefined) return undefined;
  const filters = planFilters(request, counter);
  return {
    form: 'blockdev',
    objects: [],
    image,
    filters,
    drive: filters.at(-1)?.node ?? image.nodes.format ?? image.nodes.slice ?? image.nodes.storage,
  };
}

interface Scope {
  readonly request: BackendRequest;
  readonly counter: Counter;
  readonly context: Context;
}

interface Link {
  readonly source: DirectSource;
  readonly format: string;
  readonly readonly: boolean;
  readonly backing?: BackingImage | 'none' | undefined;
  readonly top: boolean;
  readonly jar: string;
  /** How many images are above. */
  readonly depth: number;
  readonly metadataCacheMax?: number | undefined;
}

/** Numbers run as in block-nodes.ts: the image, its data file, then what is below. */
function planChain(link: Link, scope: Scope): PlannedImage | undefined {
  const image = planLink(link, scope);
  const { dataStore } = link.source;
  const dataFile =
    dataStore &&
    planBelow(
      dataStore.source,
      { ...link, format: dataStore.format, backing: undefined, jar: `${link.jar}-data` },
      scope,
    );
  const ends = link.backing === 'none' && !WITH_BACKING.has(link.format);
  const backing = ends ? undefined : planBacking(link, scope);
  return image && { dataFile, backing, ...image };
}

function planLink(link: Link, { request, counter, context }: Scope): PlannedImage | undefined {
  const node = request.flash ? `libvirt-pflash${request.flash.unit}` : `libvirt-${counter.node++}`;
  const names = request.use === 'hostdev' ? namesByAlias({ alias: `${node}-backend` }) : namesByNode(node);
  const source = withMonitorPorts(link.source, context);
  const image = planImage({ request, node, fdSet: counter.fdSet, names, ...link, source }, context);
  if (image?.fdSet) counter.fdSet++;
  return image;
}

function planBacking({ backing, depth: above }: Link, scope: Scope): PlannedImage | 'none' | undefined {
  if (backing === undefined || backing === 'none') return backing;
  const { source, format = 'raw', metadataCacheMax } = backing;
  const depth = above + 1;
  const jar = cookieName(scope.request, depth);
  return planBelow(
    source,
    { format, metadataCacheMax, readonly: true, top: false, jar, depth, backing: backing.backing },
    scope,
  );
}

function planBelow(
  source: StorageSource,
  link: Omit<Link, 'source'>,
  scope: Scope,
): PlannedImage | undefined {
  const located = locateSource(source, scope.context);
  return located && planChain({ ...link, source: located }, scope);
}

/** QEMU include/block/block_int-common.h: node_name[32], with the byte that ends it. */
const NODE_NAME_LENGTH = 31;

function planFilters(request: BackendRequest, counter: Counter): BlockFilter[] {
  const { driver } = request;
  const copyOnRead: BlockFilter[] = driver?.copyOnRead
    ? [{ type: 'copy-on-read', node: copyOnReadNode(request), discard: 'unmap' }]
    : [];
  const throttle = (driver?.throttleFilters ?? []).map((group): BlockFilter => {
    return { type: 'throttle', node: `libvirt-${counter.node++}-filter`, group: throttleGroupId(group) };
  });
  return [...copyOnRead, ...throttle];
}

/** The one node that is not named by a number, as long as its name fits. */
function copyOnReadNode({ target, alias, firstNode }: BackendRequest): string {
  const name = `libvirt-CoR-${target ?? alias}`;
  return Buffer.byteLength(name) <= NODE_NAME_LENGTH ? name : `libvirt-CoR-${firstNode}`;
}

/** The object of a `<throttlegroup>`. */
export function throttleGroupId(group: string): string {
  return `throttle-${group}`;
}
