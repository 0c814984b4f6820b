import type { Domain } from '../../model/domain';
import { rangesOf } from '../../model/number-set';
import { hasHmat, LOCAL, REMOTE, type NumaCell, type NumaInterconnect } from '../../model/numa';
import { MIB } from '../../model/number';
import type { PlannedNuma, PlannedNumaNode } from '../../model/plan/memory';
import type { Context } from '../context';
import { aligned, usesNumaMem } from './memory';
import { memoryBackendOf } from './memory-backend';

const NONE: PlannedNuma = { nodes: [], distances: [], links: [], caches: [] };

/** `<cpu><numa>` -> -numa. */
export function planNuma(guest: Domain, context: Context): PlannedNuma {
  const { cells, interconnects } = guest.numa;
  if (cells.length === 0 && interconnects.length === 0) return NONE;
  return {
    nodes: planNodes(guest, context),
    distances: planDistances(guest, context),
    links: interconnects.map(planLink),
    caches: cells.flatMap((cell) =>
      cell.caches.map((cache) => ({
        nodeId: cell.id,
        size: cache.size,
        level: cache.level,
        associativity: ASSOCIATIVITY[cache.associativity],
        policy: POLICY[cache.policy],
        line: cache.line,
      })),
    ),
  };
}

const ASSOCIATIVITY = { none: 'none', direct: 'direct', full: 'complex' } as const;
const POLICY = { none: 'none', writeback: 'write-back', writethrough: 'write-through' } as const;

function planNodes(guest: Domain, context: Context): PlannedNumaNode[] {
  const cells = [...guest.numa.cells].sort((a, b) => a.id - b.id);
  const hmat = hasHmat(guest.numa);
  const nodes = cells.map((cell) => ({
    nodeid: cell.id,
    cpus: rangesOf(cell.cpus),
    initiator: hmat ? initiatorOf(guest, cell.id) : undefined,
    backend: memoryBackendOf(
      guest,
      { id: `ram-node${cell.id}`, size: aligned(cell.memory, guest, context), cell: cell.id },
      context,
    ),
  }));
  if (usesNumaMem(guest, context))
    return nodes.map(({ backend, ...node }) => ({ ...node, mem: backend.size / MIB }));
  return context.profile.libvirtDefaults ? nodes : nodes.map(withoutNothing);
}

/** There is no memory object of no size (QEMU backends/hostmem.c), but cells without one; libvirt leaves it to QEMU. */
function withoutNothing(node: PlannedNumaNode): PlannedNumaNode {
  return node.backend?.size === 0 ? { ...node, backend: undefined } : node;
}

/**
 * A cell with processors starts its own accesses; another is reached from the one that is nearest to it, by the last
 * record in the order of the file (libvirt virDomainNumaGetNodeInitiator).
 */
function initiatorOf({ numa }: Domain, id: number): number | undefined {
  const own = numa.cells.find((cell) => cell.id === id);
  if (own !== undefined && own.cpus.length > 0) return id;
  let nearest: number | undefined;
  const best = { latency: Number.POSITIVE_INFINITY, bandwidth: 0 };
  for (const { kind, initiator, target, value } of numa.interconnects) {
    const better = kind === 'latency' ? value < best.latency : value > best.bandwidth;
    if (target !== id || !better) continue;
    best[kind] = value;
    nearest = initiator;
  }
  return nearest ?? numa.cells.find((cell) => cell.cpus.length > 0)?.id;
}

/** Where one distance is given all are written. */
function planDistances({ numa: { cells } }: Domain, { profile }: Context): PlannedNuma['distances'] {
  if (cells.every(({ distances }) => distances.length === 0)) return [];
  const given = new Map(
    cells.map(({ id, distances }) => [id, new Map(distances.map(({ id: dst, value }) => [dst, value]))]),
  );
  const between = (src: number, dst: number) => given.get(src)?.get(dst) ?? given.get(dst)?.get(src);
  if (profile.libvirtDefaults && areUsual(cells, between)) return [];
  return cells.flatMap(({ id: src }) =>
    cells.map(({ id: dst }) => ({ src, dst, val: between(src, dst) ?? (src === dst ? LOCAL : REMOTE) })),
  );
}

/** libvirt writes none where all that a cell has, if any was given, are QEMU's own. */
function areUsual(
  cells: readonly NumaCell[],
  between: (src: number, dst: number) => number | undefined,
): boolean {
  const told = cells.filter(({ id: src }) => cells.some(({ id: dst }) => between(src, dst) !== undefined));
  return told.every(({ id: src }) =>
    cells.every(({ id: dst }) => src === dst || between(src, dst) === REMOTE),
  );
}

const HIERARCHY = ['memory', 'first-level', 'second-level', 'third-level'];

function planLink(link: NumaInterconnect): PlannedNuma['links'][number] {
  return {
    initiator: link.initiator,
    target: link.target,
    hierarchy: HIERARCHY[link.cache] ?? 'memory',
    dataType: `${link.access}-${link.kind}`,
    latency: link.kind === 'latency' ? link.value : undefined,
    bandwidth: link.kind === 'bandwidth' ? link.value : undefined,
  };
}
