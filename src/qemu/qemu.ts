import type { Capability } from './capabilities';
import { rowOf } from './capabilities/lookup';
import type { CapabilityRow, HostFeature } from './capabilities/row';
import { capabilityOf, type DriverOption } from './drivers';
import { cpuFeatureIn } from './cpu-features';
import { cpuModelIn } from './cpu-models';
import { machineOf, type MachineType } from './machines';
import { cardIn } from './network-cards';
import { atLeast, releaseOf, type BinaryVersion } from './version';

/** What one QEMU can do. Code asks for capabilities, never for versions. */
export interface Qemu {
  readonly version: BinaryVersion;
  /** QEMU's architecture name, as in `qemu-system-<arch>`. */
  readonly arch: string;
  has(capability: Capability): boolean;
  /** A machine type by its name or alias; undefined where this QEMU has none of that name. */
  machine(name: string): MachineType | undefined;
  /** Whether it has a CPU model of that name; undefined: not known. */
  hasCpuModel(name: string): boolean | undefined;
  /** Whether its `-cpu` has a switch of that name; undefined: not known. */
  hasCpuFeature(name: string): boolean | undefined;
  /** Whether `-device` has a network card of that name. */
  hasCard(name: string): boolean;
  /** Whether this build is without something that an option names; absent: nothing is known of the build. */
  readonly lacksDriver?: ((option: DriverOption, name: string) => boolean) | undefined;
}

export interface QemuChoice {
  readonly version: BinaryVersion;
  readonly arch: string;
  /** Capabilities that this build has or lacks against the table of its release. */
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
  /** What the host has of that which some capabilities need; absent: unknown, and taken as there. */
  readonly hostFeatures?: readonly HostFeature[] | undefined;
}

/** Answers are kept for each release, architecture and host: thousands of guests ask the same few hundred questions. */
const answers = new Map<string, Map<Capability, boolean>>();

/** The QEMU of a release, as the table knows it. */
export function qemuOf({ version, arch, add = [], remove = [], hostFeatures }: QemuChoice): Qemu {
  const known = releaseAnswers(version, arch, hostFeatures);
  const inRelease = (capability: Capability) => {
    let answer = known.get(capability);
    if (answer === undefined) {
      answer = hosted(capability, hostFeatures) && inTable(capability, version, arch);
      known.set(capability, answer);
    }
    return answer;
  };
  const qemu: Qemu = {
    version,
    arch,
    has: inRelease,
    machine: (name) => machineOf(version, arch, name),
    hasCpuFeature: (name) => cpuFeatureIn(version, arch, name),
    hasCpuModel: (name) => cpuModelIn(version, arch, name),
    hasCard: (name) => cardIn(version, arch, name),
  };
  return withCapabilities(qemu, add, remove);
}

/** The same QEMU with capabilities that its user says it has or lacks. */
export function withCapabilities(qemu: Qemu, add: readonly string[], remove: readonly string[]): Qemu {
  if (add.length === 0 && remove.length === 0) return qemu;
  const added = new Set(add);
  const removed = new Set(remove);
  return {
    ...qemu,
    has: (capability) => !removed.has(capability) && (added.has(capability) || qemu.has(capability)),
    lacksDriver: (option, name) => {
      const capability = capabilityOf(option, name);
      if (capability !== undefined && (added.has(capability) || removed.has(capability)))
        return removed.has(capability);
      return qemu.lacksDriver?.(option, name) ?? false;
    },
  };
}

function releaseAnswers(
  version: BinaryVersion,
  arch: string,
  hostFeatures: QemuChoice['hostFeatures'],
): Map<Capability, boolean> {
  const { major, minor } = releaseOf(version);
  const key = `${major} ${minor} ${arch} ${hostFeatures?.join() ?? '*'}`;
  let known = answers.get(key);
  if (known === undefined) {
    known = new Map();
    answers.set(key, known);
  }
  return known;
}

function hosted(capability: Capability, features: QemuChoice['hostFeatures']): boolean {
  const { needs } = rowOf(capability);
  return needs === undefined || features === undefined || features.includes(needs);
}

/** Whether QEMU of that release has it, built with everything that QEMU can be built with. */
export function inTable(capability: Capability, version: BinaryVersion, arch: string): boolean {
  const row = rowOf(capability);
  if (row.arch !== undefined && !row.arch.includes(arch)) return false;
  const release = releaseOf(version);
  return atLeast(release, sinceOn(row, arch)) && !(row.until !== undefined && atLeast(release, row.until));
}

/** The first release with it on an architecture. */
export const sinceOn = ({ since, laterOn }: CapabilityRow, arch: string): string => laterOn?.[arch] ?? since;
