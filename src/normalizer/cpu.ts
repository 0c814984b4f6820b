import type { Cpu } from '../model/cpu';
import type { Domain } from '../model/domain';
import type { NumaCell } from '../model/numa';
import type { PlannedCpu } from '../model/plan/machine';
import { onOff } from '../model/on-off';
import { filled, part, textPart, type Part } from './part';

/** `<cpu>`: the model that is on the command line, and the cells. */
export function cpuPart(given: Domain, guest: Domain, planned: PlannedCpu | undefined): Part | undefined {
  const { cpu, type, numa } = guest;
  const model =
    cpu === undefined || isImplied(cpu) ? impliedModel(guest, planned) : ownModel(cpu, type, planned);
  const topology = cpu?.topology;
  return filled({
    ...part('cpu', model.attributes, [
      model.child,
      topology && part('topology', { dies: topology.dies, clusters: topology.clusters }),
      numa.cells.length > 0 &&
        part('numa', {}, numa.cells.map(given.numa.cells.length > 0 ? cellPart : onlyCellPart)),
    ]),
    decided: model.decided,
  });
}

interface ModelParts {
  readonly attributes: Part['attributes'];
  readonly decided?: Part['decided'];
  readonly child?: Part | undefined;
}

function isImplied({ mode, model }: Cpu): boolean {
  return (mode === undefined || mode === 'custom') && model === undefined;
}

/** A guest that leaves its processor out; where nothing about it is on the command line, it is QEMU's affair. */
function impliedModel({ type, os }: Domain, planned: PlannedCpu | undefined): ModelParts {
  if (planned === undefined) return { attributes: {} };
  if (os.arch === 's390x' && type === 'kvm') return { attributes: { mode: 'host-model', check: 'partial' } };
  return {
    attributes: { mode: 'custom', match: 'exact', check: 'none' },
    // `match='minimum'` is about a model that is named: with this one written, it would ask for the host's
    decided: ['match'],
    child: textPart('model', planned.model, { fallback: 'forbid' }),
  };
}

/** How it is held to the host is libvirt's affair alone: with KVM it looks, without it there is nothing to look at. */
function ownModel(cpu: Cpu, type: Domain['type'], planned: PlannedCpu | undefined): ModelParts {
  const { mode = 'custom', match = 'exact' } = cpu;
  switch (mode) {
    case 'custom':
      return {
        attributes: { mode, match, check: type === 'kvm' ? 'partial' : 'none' },
        child: part('model', { fallback: cpu.fallback ?? 'allow' }),
      };
    case 'host-model':
      return { attributes: { mode, check: 'partial' } };
    default: {
      const migratable = planned?.features.find(({ name }) => name === 'migratable')?.value;
      return { attributes: { mode, check: 'none', migratable: onOff(migratable === true || undefined) } };
    }
  }
}

function cellPart({ id }: NumaCell): Part {
  return part('cell', { id, unit: 'KiB' });
}

/** The one that was added holds all processors and the memory of the start. */
function onlyCellPart({ id, cpus, memory }: NumaCell): Part {
  return part('cell', { id, cpus: `0-${cpus.length - 1}`, memory: memory / 1024, unit: 'KiB' });
}
