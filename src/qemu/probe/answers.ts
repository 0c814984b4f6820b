import type { Capability } from '../capabilities';
import { isCapability, rowOf } from '../capabilities/lookup';
import type { ProbedMachine } from '../machines/machine-type';
import { EVIDENCE, type Evidence } from './evidence';
import { objects, textOf, type Json } from './qmp';
import { inSchema, type Schema } from './schema';

/** A QEMU's answers, indexed as the evidence asks for them. */
export interface Answers {
  readonly types: ReadonlySet<string>;
  /** Type -> its properties, for the types that evidence names and this QEMU has. */
  readonly properties: ReadonlyMap<string, ReadonlySet<string>>;
  readonly schema: Schema;
  /** Option -> its parameters (query-command-line-options). */
  readonly options: ReadonlyMap<string, ReadonlySet<string>>;
  readonly machines: readonly ProbedMachine[];
}

/** The types whose properties have to be asked. */
export function typesToAsk(machines: readonly ProbedMachine[]): string[] {
  const wanted = Object.values(EVIDENCE).flatMap((evidence) => {
    const type = typeOf(evidence, machines);
    return type === undefined ? [] : [type];
  });
  return [...new Set(wanted)];
}

function typeOf(evidence: Evidence, machines: readonly ProbedMachine[]): string | undefined {
  if (evidence.kind === 'property') return evidence.type;
  if (evidence.kind !== 'machine') return undefined;
  const machine = machines.find(({ alias }) => alias === evidence.alias);
  return machine === undefined ? undefined : `${machine.name}-machine`;
}

/** Every capability that the answers decide, sorted into those that they show and those that they deny. */
export function decide(answers: Answers, arch: string): { has: Capability[]; lacks: Capability[] } {
  const has: Capability[] = [];
  const lacks: Capability[] = [];
  for (const [name, evidence] of Object.entries(EVIDENCE)) {
    if (!isCapability(name) || !forArch(name, arch)) continue;
    const found = shows(answers, evidence);
    if (found !== undefined) (found ? has : lacks).push(name);
  }
  return { has, lacks };
}

/** Evidence is written for the architectures of the table: elsewhere a device of that name proves nothing. */
function forArch(capability: Capability, arch: string): boolean {
  const { arch: there } = rowOf(capability);
  return there === undefined || there.includes(arch);
}

/** Undefined where this QEMU did not answer the question. */
function shows(answers: Answers, evidence: Evidence): boolean | undefined {
  switch (evidence.kind) {
    case 'type':
      if (answers.types.size === 0) return undefined;
      return [evidence.type, ...evidence.or].some((name) => answers.types.has(name));
    case 'property':
      if (answers.types.size === 0) return undefined;
      if (!answers.types.has(evidence.type)) return false;
      return answers.properties.get(evidence.type)?.has(evidence.property);
    case 'machine': {
      const type = typeOf(evidence, answers.machines);
      return type === undefined ? undefined : answers.properties.get(type)?.has(evidence.property);
    }
    case 'schema':
      return answers.schema.size === 0 ? undefined : inSchema(answers.schema, evidence.path);
    case 'option': {
      if (answers.options.size === 0) return undefined;
      const parameters = answers.options.get(evidence.option);
      return (
        parameters !== undefined && (evidence.parameter === undefined || parameters.has(evidence.parameter))
      );
    }
  }
}

export const namesOf = (answer: Json | undefined): ReadonlySet<string> =>
  new Set(objects(answer).map((entry) => textOf(entry['name']) ?? ''));

export function readOptions(answer: Json | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    objects(answer).map((entry) => [textOf(entry['option']) ?? '', namesOf(entry['parameters'])]),
  );
}

/** query-machines; a CPU's type name loses the kind that `-cpu` leaves out, as `-arm-cpu`, which aarch64 has, too. */
export function readMachines(answer: Json | undefined): ProbedMachine[] {
  return objects(answer).map((entry) => ({
    name: textOf(entry['name']) ?? '',
    alias: textOf(entry['alias']),
    isDefault: entry['is-default'] === true,
    deprecated: entry['deprecated'] === true,
    maxCpus: typeof entry['cpu-max'] === 'number' ? entry['cpu-max'] : 1,
    hotplugCpus: entry['hotpluggable-cpus'] === true,
    defaultCpu: textOf(entry['default-cpu-type'])?.replace(/(-[a-z\d_]+)?-cpu$/, ''),
    defaultRamId: textOf(entry['default-ram-id']),
    numaMem: entry['numa-mem-supported'] === true,
  }));
}
