import type { Domain } from '../../model/domain';
import type { NumatuneMode } from '../../model/numa';
import { parseNumberSet } from '../../model/number-set';
import type { Context } from '../context';

/** Where memory of a cell (or of the whole guest) comes from on the host. */
export interface HostNodes {
  readonly mode: NumatuneMode;
  readonly nodes: readonly number[];
}

/** `<numatune>`, by cell first; `auto` asks the placement advisor. */
export function hostNodes(
  { numatune, vcpu }: Domain,
  cell: number | undefined,
  context: Context,
): HostNodes | undefined {
  const own = numatune?.memnodes.find(({ cellid }) => cellid === cell);
  if (own !== undefined) return { mode: own.mode ?? 'strict', nodes: own.nodeset };
  const memory = numatune?.memory;
  const mode = memory?.mode ?? 'strict';
  if (memory?.placement !== 'auto' && memory?.nodeset !== undefined) return { mode, nodes: memory.nodeset };
  const auto =
    memory === undefined ? vcpu.placement === 'auto' && numatune === undefined : isAuto(memory, vcpu);
  const advised = context.host.numa?.advisedNodeset;
  return auto && advised !== undefined ? { mode, nodes: parseNumberSet(advised) ?? [] } : undefined;
}

/** How memory of a cell is taken, whatever nodes it comes from. */
export function modeOf({ numatune }: Domain, cell: number | undefined): NumatuneMode {
  const own = numatune?.memnodes.find(({ cellid }) => cellid === cell);
  return own?.mode ?? numatune?.memory?.mode ?? 'strict';
}

type Memory = NonNullable<NonNullable<Domain['numatune']>['memory']>;

/** Without a word on placement, memory goes where the processors go. */
export function isAuto(memory: Memory, vcpu: Domain['vcpu']): boolean {
  return memory.placement === 'auto' || (memory.placement === undefined && vcpu.placement === 'auto');
}
