import type { LaunchPlan } from '../model/plan';
import type { PlannedMemoryBackend } from '../model/plan/memory';
import { flag, keyval, object, text, type Arg } from './args';

export function memoryArgs({ memory }: LaunchPlan): Arg[] {
  const { slots, maxmem } = memory;
  const size = { size: `${memory.size}k`, slots, maxmem: maxmem === undefined ? undefined : `${maxmem}k` };
  return [
    memory.plain ? text('-m', String(memory.size / 1024)) : keyval('-m', size),
    ...(memory.backend === undefined ? [] : memoryBackend(memory.backend)),
    ...(memory.memLock === undefined ? [] : [memoryLock(memory.memLock)]),
  ];
}

function memoryLock({ option, locked }: NonNullable<LaunchPlan['memory']['memLock']>): Arg {
  return keyval(option, { [option === '-overcommit' ? 'mem-lock' : 'mlock']: locked });
}

/** The object behind RAM, a NUMA cell or a memory module, with the thread context that allocates it. */
export function memoryBackend(backend: PlannedMemoryBackend): Arg[] {
  const { context } = backend;
  return [
    ...(context === undefined
      ? []
      : [object({ 'qom-type': 'thread-context', id: context.id, 'node-affinity': context.nodeAffinity })]),
    object({
      'qom-type': backend.type,
      id: backend.id,
      hugetlb: backend.hugetlb,
      hugetlbsize: backend.hugetlbsize,
      'mem-path': backend.memPath,
      'discard-data': backend.discardData,
      share: backend.share,
      merge: backend.merge,
      dump: backend.dump,
      'x-use-canonical-path-for-ramblock-id': backend.xUseCanonicalPath,
      reserve: backend.reserve,
      prealloc: backend.prealloc,
      'prealloc-threads': backend.preallocThreads,
      size: backend.size,
      align: backend.align,
      pmem: backend.pmem,
      'host-nodes': backend.hostNodes,
      policy: backend.policy,
      'prealloc-context': backend.preallocContext,
    }),
  ];
}

/** Each cell after what is behind it, then what lies between the cells. */
export function numaArgs({ numa, memory }: LaunchPlan): Arg[] {
  return [
    ...(memory.preallocAll ? [flag('-mem-prealloc')] : []),
    ...(memory.pathOfAll === undefined ? [] : [text('-mem-path', memory.pathOfAll)]),
    ...numa.nodes.flatMap((node) => [
      ...(node.backend === undefined ? [] : memoryBackend(node.backend)),
      text('-numa', nodeOf(node)),
    ]),
    ...numa.distances.map((distance) => keyval('-numa', { ...distance }, 'dist')),
    ...numa.links.map((link) =>
      keyval(
        '-numa',
        {
          initiator: link.initiator,
          target: link.target,
          hierarchy: link.hierarchy,
          'data-type': link.dataType,
          latency: link.latency,
          bandwidth: link.bandwidth === undefined ? undefined : `${link.bandwidth / 1024}K`,
        },
        'hmat-lb',
      ),
    ),
    ...numa.caches.map((cache) =>
      keyval(
        '-numa',
        {
          'node-id': cache.nodeId,
          size: `${cache.size / 1024}K`,
          level: cache.level,
          associativity: cache.associativity,
          policy: cache.policy,
          line: cache.line,
        },
        'hmat-cache',
      ),
    ),
  ];
}

/** `cpus=` comes once a range, which no object of properties can say. */
function nodeOf({ nodeid, cpus, initiator, mem, backend }: LaunchPlan['numa']['nodes'][number]): string {
  const parts = ['node', `nodeid=${nodeid}`, ...cpus.map((range) => `cpus=${range}`)];
  if (initiator !== undefined) parts.push(`initiator=${initiator}`);
  if (mem !== undefined) parts.push(`mem=${mem}`);
  if (backend !== undefined) parts.push(`memdev=${backend.id}`);
  return parts.join(',');
}
