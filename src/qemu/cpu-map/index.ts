import { qemuFeature } from './feature-name';
import { ALIASES, FEATURES } from './features';
import type { MapModel } from './map-model';
import { MODELS } from './models';

/** A model with all its features, by libvirt's names. */
export interface CpuModel {
  readonly name: string;
  /** Whether a processor may be said to be nearest to it. */
  readonly nearest: boolean;
  readonly vendor: string | undefined;
  readonly features: ReadonlySet<string>;
  /** The first of those that processors of this model have. */
  readonly signature: Signature | undefined;
  hasSignature(signature: Signature): boolean;
}

/** What CPUID tells of a processor's make. */
export interface Signature {
  readonly family: number;
  readonly model: number;
  readonly stepping: number;
}

export interface CpuMap {
  /** In the order in which features are listed. */
  readonly features: readonly string[];
  /** Oldest first. */
  readonly models: readonly CpuModel[];
  /** QEMU's name of a feature -> libvirt's; undefined: not in the map. */
  featureOf(qemuName: string): string | undefined;
}

let features: ReadonlySet<string> | undefined;

/** libvirt's names of all features of x86 processors. */
export function featureNames(): ReadonlySet<string> {
  return (features ??= new Set(FEATURES.split(' ')));
}

let names: ReadonlySet<string> | undefined;

/** The names of all models; the map need not be read for them. */
export function modelNames(): ReadonlySet<string> {
  return (names ??= new Set(MODELS.map(({ name }) => name)));
}

/** Reads the whole map; done once by who needs it. */
export function cpuMap(): CpuMap {
  const features = FEATURES.split(' ');
  const names = new Map([
    ...features.map((name) => [qemuFeature(name), name] as const),
    ...Object.entries(ALIASES),
    ...features.map((name) => [name, name] as const),
  ]);
  const models = new Map<string, CpuModel>();
  for (const row of MODELS) models.set(row.name, expanded(row, models.get(row.like ?? '')));
  return { features, models: [...models.values()], featureOf: (name) => names.get(name) };
}

function expanded(row: MapModel, like: CpuModel | undefined): CpuModel {
  const dropped = new Set(words(row.drop));
  const kept = [...(like?.features ?? [])].filter((name) => !dropped.has(name));
  const signatures = words(row.signatures).map(signatureRange);
  return {
    name: row.name,
    nearest: row.nearest !== false,
    vendor: row.vendor,
    features: new Set([...kept, ...words(row.add)]),
    signature: signatures[0]?.first,
    hasSignature: (signature) => signatures.some(({ has }) => has(signature)),
  };
}

function words(list = ''): string[] {
  return list === '' ? [] : list.split(' ');
}

function signatureRange(text: string): { first: Signature; has: (signature: Signature) => boolean } {
  const [family, model, steppings = '0-15'] = text.split('/');
  const [first = 0, last = first] = steppings.split('-').map(Number);
  return {
    first: { family: Number(family), model: Number(model), stepping: first },
    has: (signature) =>
      signature.family === Number(family) &&
      signature.model === Number(model) &&
      signature.stepping >= first &&
      signature.stepping <= last,
  };
}
