import type { Domain } from '../../model/domain';
import type { PlannedMemoryBackend } from '../../model/plan/memory';
import type { Context } from '../context';
import { hostNodes, type HostNodes } from './host-nodes';
import { hugePageOf, type HugePageChoice } from './hugepages';
import { STATE, shortName } from './paths';

/** What a back end is for: the whole RAM, or that of one cell. */
export interface BackendRequest {
  readonly id: string;
  /** bytes */
  readonly size: number;
  readonly cell?: number | undefined;
}

const POLICIES = { strict: 'bind', preferred: 'preferred', interleave: 'interleave' } as const;

/** The object behind a part of the guest's memory, after libvirt's rules (qemuBuildMemoryBackendProps). */
export function memoryBackendOf(
  guest: Domain,
  { id, size, cell }: BackendRequest,
  context: Context,
): PlannedMemoryBackend {
  const page = hugePageOf(guest, cell, context);
  const access = accessOf(guest, cell);
  const prealloc = page !== undefined || guest.memory.backing?.allocation?.mode === 'immediate';
  const host = hostNodes(guest, cell, context);
  const type = typeOf(guest, page, access);
  const bound = host !== undefined && host.mode !== 'restrictive' ? host : undefined;
  const context_ = prealloc && bound !== undefined && context.qemu.has('thread-context');
  return {
    type,
    id,
    ...whereOf(guest, id, type, page),
    discardData: type === 'memory-backend-file' ? discardOf(guest, cell) : undefined,
    share: access === undefined ? undefined : access === 'shared',
    xUseCanonicalPath: cell === undefined && type !== 'memory-backend-ram' ? false : undefined,
    prealloc: prealloc || undefined,
    preallocThreads: prealloc ? guest.memory.backing?.allocation?.threads : undefined,
    preallocContext: context_ ? `tc-${id}` : undefined,
    size,
    ...(bound === undefined ? {} : placed(bound)),
    context: context_ ? { id: `tc-${id}`, nodeAffinity: bound.nodes } : undefined,
  };
}

function placed(host: HostNodes): Pick<PlannedMemoryBackend, 'hostNodes' | 'policy'> {
  return { hostNodes: host.nodes, policy: host.mode === 'restrictive' ? undefined : POLICIES[host.mode] };
}

function accessOf({ memory, numa }: Domain, cell: number | undefined): 'shared' | 'private' | undefined {
  return numa.cells.find(({ id }) => id === cell)?.memAccess ?? memory.backing?.access;
}

function discardOf({ memory, numa }: Domain, cell: number | undefined): boolean | undefined {
  return numa.cells.find(({ id }) => id === cell)?.discard ?? (memory.backing?.discard === true || undefined);
}

function typeOf(
  { memory }: Domain,
  page: HugePageChoice | undefined,
  access: 'shared' | 'private' | undefined,
): PlannedMemoryBackend['type'] {
  if (memory.backing?.source === 'memfd') return 'memory-backend-memfd';
  const file = page !== undefined || access !== undefined || memory.backing?.source === 'file';
  return file ? 'memory-backend-file' : 'memory-backend-ram';
}

function whereOf(
  guest: Domain,
  id: string,
  type: PlannedMemoryBackend['type'],
  page: HugePageChoice | undefined,
): Pick<PlannedMemoryBackend, 'hugetlb' | 'hugetlbsize' | 'memPath'> {
  if (type === 'memory-backend-memfd')
    return page === undefined ? {} : { hugetlb: true, hugetlbsize: page.size };
  if (type === 'memory-backend-ram') return {};
  return { memPath: page?.path ?? `${STATE}/ram/${shortName(guest)}/${id}` };
}

/** Whether nothing is asked of this memory but to be there, all at once or not. */
export function isPlain(backend: PlannedMemoryBackend): boolean {
  return backend.type === 'memory-backend-ram' && backend.hostNodes === undefined;
}
