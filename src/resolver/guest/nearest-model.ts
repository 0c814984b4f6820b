import type { ReportedCpu } from '../../host/contract/machine';
import { cpuMap, type CpuMap, type CpuModel } from '../../qemu/cpu-map';
import { removedFeatures } from '../../qemu/cpu-map/removed';

/** A model and the features in which a processor differs from it, by libvirt's names. */
export interface NearestModel {
  readonly model: string;
  readonly require: readonly string[];
  readonly disable: readonly string[];
}

/** A processor in the words of the map. */
interface Processor {
  readonly cpu: ReportedCpu;
  readonly features: ReadonlySet<string>;
}

interface Candidate extends NearestModel {
  readonly known: CpuModel;
  readonly weight: number;
  /** What the features that are off have in the weight. */
  readonly penalty: number;
}

let loaded: CpuMap | undefined;

/**
 * The model of libvirt's CPU map that comes nearest to what QEMU reports, after libvirt's rule (src/cpu/cpu_x86.c
 * x86Decode): newest first, of the processor's make if there is one, and with the fewest differences.
 */
export function nearestModel(cpu: ReportedCpu): NearestModel | undefined {
  loaded ??= cpuMap();
  const map = loaded;
  const processor = { cpu, features: withoutBrokenTsx(cpu, new Set(inMap(cpu.features, map))) };
  let best: Candidate | undefined;
  for (const known of map.models.toReversed()) {
    const candidate = candidateOf(known, processor, map);
    if (candidate !== undefined && (best === undefined || isBetter(candidate, best, cpu))) best = candidate;
  }
  return best && { model: best.model, require: best.require, disable: best.disable };
}

/**
 * What comes nearest to a model that this QEMU does not have, after libvirt's rule (src/cpu/cpu_x86.c virCPUx86Translate);
 * `changes` are those that the guest asks for. Undefined: the map does not have it either.
 */
export function nearestToModel(
  name: string,
  changes: readonly { readonly name: string; readonly value: unknown }[],
  models: (map: CpuMap) => ReportedCpu['models'],
): NearestModel | undefined {
  const known = modelIn((loaded ??= cpuMap()), name);
  if (known === undefined) return undefined;
  const features = new Set(known.features);
  for (const { name: changed, value } of changes) {
    if (value === true) features.add(changed);
    else features.delete(changed);
  }
  const { vendor, signature } = known;
  return nearestModel({ vendor, signature, features: [...features], models: models(loaded) });
}

/** Whether there can be a nearest one. */
export const isKnownModel = (name: string): boolean => modelIn((loaded ??= cpuMap()), name) !== undefined;

function modelIn({ models }: CpuMap, name: string): CpuModel | undefined {
  return models.find((model) => model.name === name);
}

function inMap(names: readonly string[], map: CpuMap): string[] {
  return names.map((name) => map.featureOf(name)).filter((name) => name !== undefined);
}

/** Only models that this QEMU has; what QEMU says stands in the way of one has to be disabled with it. */
function candidateOf(known: CpuModel, { cpu, features }: Processor, map: CpuMap): Candidate | undefined {
  const unavailable = cpu.models?.[known.name];
  if (!known.nearest || (cpu.models !== undefined && unavailable === undefined)) return undefined;
  if (known.vendor !== undefined && cpu.vendor !== undefined && known.vendor !== cpu.vendor) return undefined;
  const require = map.features.filter((name) => features.has(name) && !known.features.has(name));
  const named = inMap(unavailable ?? [], map);
  const blockers = new Set(named);
  // What nested virtualization can do says nothing where there is none.
  const isMoot = (name: string) => name.startsWith('vmx-') && !features.has('vmx') && !blockers.has(name);
  const off = map.features.filter(
    (name) =>
      (known.features.has(name) && !features.has(name)) || (blockers.has(name) && !require.includes(name)),
  );
  const disable = off.filter((name) => !isMoot(name));
  // libvirt counts what QEMU reports twice twice, and what the model once had
  const again = named.length - blockers.size;
  const gone = removedFeatures(known.name).filter((name) => !features.has(name) && !disable.includes(name));
  return {
    known,
    model: known.name,
    require,
    disable,
    ...weigh(require.length, disable.length + gone.length + again),
  };
}

function isBetter(candidate: Candidate, best: Candidate, { signature }: ReportedCpu): boolean {
  if (signature !== undefined) {
    const fits = candidate.known.hasSignature(signature);
    if (fits !== best.known.hasSignature(signature)) return fits;
  }
  const { weight, penalty } = candidate;
  return weight < best.weight || (weight === best.weight && penalty < best.penalty);
}

/**
 * A feature that is off weighs the more the more there are: guests count on what a model is known to have. libvirt's loop
 * over them takes one off its own end for each that it finds, so that only the first half of them, at the end of the
 * list, weighs so (src/cpu/cpu_x86.c virCPUx86CompareCandidateFeatureList).
 */
function weigh(on: number, off: number): Pick<Candidate, 'weight' | 'penalty'> {
  const found = Math.ceil(off / 2);
  const penalty = (found * (found + 1)) / 2;
  return { weight: on + off - found + penalty, penalty };
}

/** Haswell's transactional memory has an erratum; libvirt does not count it (x86DataFilterTSX). */
function withoutBrokenTsx(cpu: ReportedCpu, features: Set<string>): ReadonlySet<string> {
  const { family = 0, model = 0, stepping = 0 } = cpu.signature ?? {};
  const haswell = [60, 69, 70].includes(model) || (model === 63 && stepping < 4);
  if (cpu.vendor !== 'GenuineIntel' || family !== 6 || !haswell) return features;
  return new Set([...features].filter((name) => name !== 'hle' && name !== 'rtm'));
}
