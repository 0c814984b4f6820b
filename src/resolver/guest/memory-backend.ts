import type { Domain } from '../../model/domain';
import type { MemoryDevice } from '../../model/memory-device';
import type { NumatuneMode } from '../../model/numa';
import type { PlannedMemoryBackend } from '../../model/plan/memory';
import type { Context } from '../context';
import { threadNodes } from './allocation-nodes';
import { hostNodes, modeOf, type HostNodes } from './host-nodes';
import { hugePageOf, type HugePageChoice } from './hugepages';
import { STATE, shortName } from './paths';
import type { BackendRequest } from './backend-request';

const POLICIES = { strict: 'bind', preferred: 'preferred', interleave: 'interleave' } as const;

/** The object behind a part of the guest's memory, after libvirt's rules (qemuBuildMemoryBackendProps). */
export function memoryBackendOf(
  guest: Domain,
  request: BackendRequest,
  context: Context,
): PlannedMemoryBackend {
  const { id, size, cell, device } = request;
  const page = hugePageOf(guest, request, context);
  const access = device?.access ?? accessOf(guest, cell);
  const type = typeOf(guest, request, page, access);
  const system = cell === undefined && device === undefined;
  const where = whereOf(guest, request, type, page, context);
  const taken = allocationOf(guest, request, preallocates(guest, request, page), context);
  return {
    type,
    id,
    hugetlb: where.hugetlb,
    hugetlbsize: where.hugetlbsize,
    memPath: where.memPath,
    discardData: type === 'memory-backend-file' ? discardOf(guest, request) : undefined,
    share: access === undefined ? undefined : access === 'shared',
    xUseCanonicalPath: system && type !== 'memory-backend-ram' ? false : undefined,
    size,
    align: device?.source.align,
    pmem: device?.source.pmem === true ? true : undefined,
    reserve: taken.reserve,
    prealloc: taken.prealloc,
    preallocThreads: taken.preallocThreads,
    preallocContext: taken.preallocContext,
    hostNodes: taken.hostNodes,
    policy: taken.policy,
    context: taken.context,
  };
}

/** When the memory is taken from the host, and from which of its nodes. */
function allocationOf(
  guest: Domain,
  request: BackendRequest,
  wanted: boolean,
  context: Context,
): Partial<PlannedMemoryBackend> {
  const { id, cell, device, takenWithAll } = request;
  // what a virtio-mem device has not plugged in is not to be taken, nor kept free
  const dynamic = device?.model === 'virtio-mem';
  const prealloc = wanted && !dynamic && takenWithAll !== true;
  const host = nodesFor(guest, cell, device, context);
  const bound = host?.mode === 'restrictive' ? undefined : host;
  const nodes =
    prealloc && host !== undefined && context.qemu.has('thread-context')
      ? threadNodes(guest, host.nodes, context)
      : undefined;
  return {
    reserve: dynamic && context.qemu.has('memory-backend-file.reserve') ? false : undefined,
    prealloc: prealloc || undefined,
    preallocThreads: takes(request, context, prealloc)
      ? guest.memory.backing?.allocation?.threads
      : undefined,
    hostNodes: bound?.nodes,
    policy: bound && policyOf(bound.mode),
    preallocContext: nodes && `tc-${id}`,
    context: nodes && { id: `tc-${id}`, nodeAffinity: nodes },
  };
}

/** libvirt names the threads to memory that nobody takes ahead, too, all but a virtio-mem's. */
function takes({ device, takenWithAll }: BackendRequest, { profile }: Context, prealloc: boolean): boolean {
  if (prealloc || takenWithAll === true) return prealloc;
  return profile.libvirtDefaults && device?.model !== 'virtio-mem';
}

/** Huge pages are taken at the start, and files that are memory themselves; persistent memory only wears off by it. */
export function preallocates(
  { memory }: Domain,
  { device }: BackendRequest,
  page: HugePageChoice | undefined,
): boolean {
  if (page !== undefined || memory.backing?.allocation?.mode === 'immediate') return true;
  return device?.model === 'sgx-epc' || (device?.model === 'nvdimm' && !device.source.pmem);
}

function nodesFor(
  guest: Domain,
  cell: number | undefined,
  device: MemoryDevice | undefined,
  context: Context,
): HostNodes | undefined {
  const nodes = device === undefined || isNamed(device) ? undefined : device.source.nodes;
  return nodes === undefined ? hostNodes(guest, cell, context) : { mode: modeOf(guest, cell), nodes };
}

/** What has a path is where that is. */
function isNamed({ model }: MemoryDevice): boolean {
  return model === 'nvdimm' || model === 'virtio-pmem';
}

function policyOf(mode: NumatuneMode): PlannedMemoryBackend['policy'] {
  return mode === 'restrictive' ? undefined : POLICIES[mode];
}

/** What is said of the cell, else of all. */
export function accessOf(
  { memory, numa }: Domain,
  cell: number | undefined,
): 'shared' | 'private' | undefined {
  return numa.cells.find(({ id }) => id === cell)?.memAccess ?? memory.backing?.access;
}

/** The file of a device that names it is kept. */
function discardOf({ memory, numa }: Domain, { cell, device }: BackendRequest): boolean | undefined {
  if (device !== undefined && isNamed(device)) return undefined;
  if (device?.discard !== undefined) return device.discard;
  return numa.cells.find(({ id }) => id === cell)?.discard ?? (memory.backing?.discard === true || undefined);
}

function typeOf(
  { memory }: Domain,
  { device }: BackendRequest,
  page: HugePageChoice | undefined,
  access: 'shared' | 'private' | undefined,
): PlannedMemoryBackend['type'] {
  if (device?.model === 'sgx-epc') return 'memory-backend-epc';
  if (device?.source.path !== undefined) return 'memory-backend-file';
  if (memory.backing?.source === 'memfd') return 'memory-backend-memfd';
  const file = page !== undefined || access !== undefined || memory.backing?.source === 'file';
  return file ? 'memory-backend-file' : 'memory-backend-ram';
}

/** A folder takes a file that has no name; libvirt's has a folder for each guest. */
const UNNAMED_FILES = '/dev/shm';

function whereOf(
  guest: Domain,
  { id, device }: BackendRequest,
  type: PlannedMemoryBackend['type'],
  page: HugePageChoice | undefined,
  { conf, profile }: Context,
): Pick<PlannedMemoryBackend, 'hugetlb' | 'hugetlbsize' | 'memPath'> {
  if (type === 'memory-backend-memfd')
    return page === undefined ? {} : { hugetlb: true, hugetlbsize: page.size };
  if (type !== 'memory-backend-file') return {};
  const named = device?.source.path ?? page?.path;
  if (named !== undefined) return { memPath: named };
  const given = conf.memory_backing_dir;
  if (!profile.daemonFolders) return { memPath: given ?? UNNAMED_FILES };
  const folder = given === undefined ? `${STATE}/ram` : `${given}/libvirt/qemu`;
  return { memPath: `${folder}/${shortName(guest)}/${device?.alias ?? id}` };
}

/** Whether nothing is asked of this memory but to be there, all at once or not. */
export function isPlain(backend: PlannedMemoryBackend): boolean {
  return backend.type === 'memory-backend-ram' && backend.hostNodes === undefined;
}
