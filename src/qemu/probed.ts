import type { Capability } from './capabilities';
import type { HostFeature } from './capabilities/row';
import { namesCpuModels } from './cpu-models';
import { isAmong } from './drivers';
import { parseMachineName } from './machine-version';
import { machineNamed, machinesOf, type MachineType } from './machines';
import type { ProbedMachine } from './machines/machine-type';
import { cardAmong } from './network-cards';
import { qemuOf, withCapabilities, type Qemu } from './qemu';
import type { BinaryVersion } from './version';

/** The shape of a stored probe; another number means another shape, which is not read. */
export const PROBE_FORMAT = 1;

/** What a binary said of itself. Plain data: `domxml2qemu probe` prints it and the cache stores it. */
export interface Probe {
  readonly format: typeof PROBE_FORMAT;
  readonly binary: string;
  readonly version: BinaryVersion;
  readonly package?: string | undefined;
  readonly arch: string;
  /** `version`: it answered `--version` only, so the table of its release stands for the rest. */
  readonly asked: 'qmp' | 'version';
  /** KVM compiled in, and usable as the binary ran. */
  readonly kvm?: { readonly present: boolean; readonly enabled: boolean } | undefined;
  readonly machines: readonly ProbedMachine[];
  /** Capabilities that its answers show, and those that they show it lacks. */
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  /** Types that `-device` takes. */
  readonly devices: readonly string[];
  /** Names that `-cpu` takes; absent: it was not asked. */
  readonly cpuModels?: readonly string[] | undefined;
  /** What `-cpu` switches on or off, of x86; absent: it was not asked. */
  readonly cpuFeatures?: readonly string[] | undefined;
}

/** The QEMU that was asked: its answers first, the table of its release where they decide nothing. */
export function qemuFromProbe(probe: Probe, changes: ProbeChanges = {}): Qemu {
  const { version, arch, devices } = probe;
  const { add = [], remove = [] } = changes;
  const table = qemuOf({
    version,
    arch,
    add: probe.has,
    remove: [...probe.lacks, ...withoutKvm(probe)],
    hostFeatures: hostFeaturesOf(probe),
  });
  const machines = machinesOfProbe(probe);
  const qemu: Qemu = {
    ...table,
    machine: (name) => machineNamed(machines, name),
    hasCpuFeature: (name) => (probe.asked === 'qmp' ? hasCpuFeature(probe, name) : table.hasCpuFeature(name)),
    hasCpuModel: (name) => hasCpuModel(probe, name) ?? table.hasCpuModel(name),
    hasCard: (name) => (devices.length === 0 ? table.hasCard(name) : cardAmong(devices, name)),
    lacksDriver: (option, name) =>
      option === 'device' && devices.length > 0
        ? !isAmong(devices, name)
        : table.lacksDriver?.(option, name) === true,
  };
  return withCapabilities(qemu, add, remove);
}

/** One for another architecture than the host's has none compiled in. */
const withoutKvm = ({ kvm }: Probe) => (kvm?.present === false ? ['kvm'] : []);

/** Distributions bring features of later releases to theirs: the table says nothing of a binary that was asked before. */
function hasCpuFeature({ cpuFeatures = [] }: Probe, name: string): boolean | undefined {
  return cpuFeatures.length === 0 ? undefined : cpuFeatures.includes(name.replaceAll('_', '-'));
}

function hasCpuModel({ arch, cpuModels = [] }: Probe, name: string): boolean | undefined {
  const tells = cpuModels.length > 0 && namesCpuModels(arch);
  return tells ? ['host', 'max', ...cpuModels].includes(name) : undefined;
}

/** Capabilities that a test adds or takes away. */
export interface ProbeChanges {
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
}

/** Whether the answers decide a capability, and how. */
export function probed(probe: Probe, capability: Capability): boolean | undefined {
  if (probe.has.includes(capability)) return true;
  return probe.lacks.includes(capability) ? false : undefined;
}

/** QMP cannot tell these without a guest; a binary on this host may have them. */
function hostFeaturesOf(probe: Probe): readonly HostFeature[] | undefined {
  return probe.asked === 'qmp' ? ['sev', 'sev-snp', 'sgx', 'tdx'] : undefined;
}

/** Machine types as the table describes them, from the binary's own list. */
export function machinesOfProbe(probe: Probe): readonly MachineType[] {
  if (probe.asked === 'version') return machinesOf(probe.version, probe.arch);
  return probe.machines.map((machine) => ({ ...parseMachineName(machine.name), ...machine }));
}
