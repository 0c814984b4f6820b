import type { Domain } from '../../model/domain';
import { parseNumberSet } from '../../model/number-set';
import type { HostFacts } from '../../host/facts';
import type { Context } from '../context';

/**
 * Of the nodes that memory comes from, those on which QEMU's threads may run: only there can a thread take it. Undefined:
 * there are none, and any thread takes it (libvirt qemuBuildThreadContextProps).
 */
export function threadNodes(
  { cputune, vcpu }: Domain,
  nodes: readonly number[],
  { host }: Context,
): readonly number[] | undefined {
  const cpus = cputune.emulatorpin ?? (vcpu.cpuset === undefined ? undefined : parseNumberSet(vcpu.cpuset));
  const near = cpus === undefined ? undefined : nodesOf(cpus, host);
  if (near === undefined) return nodes;
  const both = nodes.filter((node) => near.has(node));
  return both.length === 0 ? undefined : both;
}

/** The nodes of these processors; undefined where the host does not say where its processors are. */
function nodesOf(cpus: readonly number[], { numa }: HostFacts): Set<number> | undefined {
  const nodes = new Set<number>();
  let known = false;
  for (const cell of numa?.cells ?? []) {
    const own = cell.cpus === undefined ? undefined : parseNumberSet(cell.cpus);
    if (own === undefined) continue;
    known = true;
    if (cpus.some((cpu) => own.includes(cpu))) nodes.add(cell.id);
  }
  return known ? nodes : undefined;
}
