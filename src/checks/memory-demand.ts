import type { HostFacts } from '../host/facts';
import type { PlannedMemoryBackend } from '../model/plan/memory';
import type { CheckInput } from './check';

/** Memory that a guest takes of the host. */
export interface MemoryDemand {
  /** The size of the pages, KiB: huge ones; `default`, of a size that nobody names and the host does not say. */
  readonly page: number | 'default' | 'plain';
  /** KiB. */
  readonly size: number;
  /** The host's nodes to which it is bound. */
  readonly nodes?: readonly number[] | undefined;
}

const KIB = 1024;

/** The memory of the start and that of devices which hold it from the start; a file that is memory itself takes none. */
export function memoryDemands({ plan, context: { host } }: CheckInput): readonly MemoryDemand[] {
  const cells = plan.numa.nodes.map(({ backend, mem = 0 }) =>
    backend === undefined ? { page: 'plain' as const, size: mem * KIB } : demandOf(backend, host),
  );
  const { memory } = plan;
  const start =
    plan.numa.nodes.length > 0
      ? cells
      : [
          memory.backend === undefined
            ? { page: 'plain' as const, size: memory.size }
            : demandOf(memory.backend, host),
        ];
  const devices = plan.devices.flatMap((device) => {
    if (device.kind !== 'memory' || device.device.source.path !== undefined) return [];
    if (device.backend.type === 'memory-backend-epc') return [];
    const { requested } = device.device.target;
    const demand = demandOf(device.backend, host);
    return [requested === undefined ? demand : { ...demand, size: requested / KIB }];
  });
  return [...start, ...devices];
}

function demandOf(backend: PlannedMemoryBackend, host: HostFacts): MemoryDemand {
  const { hostNodes, policy } = backend;
  return {
    page: pageOf(backend, host),
    size: backend.size / KIB,
    nodes: policy === 'bind' ? hostNodes : undefined,
  };
}

/** Huge pages come from their file system, or by name. */
function pageOf(
  { hugetlb, hugetlbsize, memPath }: PlannedMemoryBackend,
  { hugepages }: HostFacts,
): MemoryDemand['page'] {
  const standard = hugepages?.find((pages) => pages.default === true)?.size ?? 'default';
  if (hugetlb === true) return hugetlbsize === undefined ? standard : hugetlbsize / KIB;
  if (memPath === undefined) return 'plain';
  const mounted = hugepages
    ?.filter(({ mount }) => memPath === mount || memPath.startsWith(`${mount}/`))
    .sort((a, b) => b.mount.length - a.mount.length)[0];
  if (mounted !== undefined) return mounted.size;
  return memPath.startsWith('/dev/hugepages') ? 'default' : 'plain';
}
