import { cpuHostUnknown } from '../../diagnostics/catalog';
import type { CpuFeature } from '../../model/cpu';
import type { Domain } from '../../model/domain';
import type { PlannedCpu } from '../../model/plan/machine';
import type { Context } from '../context';

type Model = PlannedCpu;

/** QEMU's model for PC machines where nothing is asked (QEMU target/i386 TYPE_X86_CPU default). */
const DEFAULT_MODEL = 'qemu64';

/** The model and its features; what depends on the host's processor comes from the host facts. */
export function cpuModel(guest: Domain, context: Context): Model {
  const { cpu } = guest;
  const features = (cpu?.features ?? []).flatMap(planFeature);
  switch (cpu?.mode) {
    case 'host-passthrough':
    case 'maximum':
      return {
        model: cpu.mode === 'maximum' ? 'max' : 'host',
        features: [...migratable(guest, context), ...features],
      };
    case 'host-model':
      return hostModel(guest, context, features);
    default:
      if (cpu?.match === 'minimum') return hostModel(guest, context, features);
      return { model: cpu?.model ?? DEFAULT_MODEL, features: [...vendorId(guest), ...features] };
  }
}

/** Only the KVM host's own model can tell what may migrate. */
function migratable({ cpu, os }: Domain, { profile }: Context): PlannedCpu['features'] {
  if (os.arch !== undefined && os.arch !== 'x86_64' && os.arch !== 'i686') return [];
  if (cpu?.migratable !== undefined) return [{ name: 'migratable', value: cpu.migratable }];
  return cpu?.mode === 'host-passthrough' && profile.libvirtDefaults
    ? [{ name: 'migratable', value: true }]
    : [];
}

function vendorId({ cpu }: Domain): PlannedCpu['features'] {
  return cpu?.vendorId === undefined ? [] : [{ name: 'vendor', value: cpu.vendorId }];
}

/**
 * host-model is the nearest model that QEMU has, with the features in which the host differs. Where the host is not
 * known, a command of its own can say the same with `-cpu host`.
 */
function hostModel(
  { cpu }: Domain,
  { host, options, profile, report }: Context,
  own: Model['features'],
): Model {
  const named = options.context?.hostCpu;
  const facts = named === undefined ? undefined : host.cpus?.[named];
  if (facts !== undefined)
    return { model: facts.model, features: [...(facts.features ?? []).flatMap(require), ...own] };
  if (!profile.libvirtDefaults) return { model: 'host', features: own };
  if (cpu !== undefined) report(cpuHostUnknown(cpu.at));
  return { model: 'host', features: own };
}

function require(name: string): Model['features'] {
  return NOT_IN_QEMU.has(name) ? [] : [{ name: qemuName(name), value: true }];
}

/** Features that libvirt's CPU map knows and QEMU does not, or that QEMU sets by itself. */
const NOT_IN_QEMU = new Set(['cmt', 'mbm_total', 'mbm_local', 'osxsave', 'ospke', 'pconfig', 'invtsc']);

/** `optional` counts where the host has it, which only libvirtd could tell: left to QEMU's model. */
function planFeature({ name, policy }: CpuFeature): Model['features'] {
  if (policy === 'optional' || (NOT_IN_QEMU.has(name) && name !== 'invtsc')) return [];
  return [{ name: qemuName(name), value: policy === 'force' || policy === 'require' }];
}

/** libvirt's names have underscores; QEMU's have dashes, and one is spelled differently. */
function qemuName(name: string): string {
  return name === 'pclmuldq' ? 'pclmulqdq' : name.replaceAll('_', '-');
}
