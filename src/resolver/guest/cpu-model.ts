import { isPower64, isS390, isX86 } from '../../qemu/architectures';
import { cpuHostUnknown } from '../../diagnostics/catalog';
import type { Cpu, CpuFeature } from '../../model/cpu';
import type { Domain } from '../../model/domain';
import type { PlannedCpu } from '../../model/plan/machine';
import { qemuFeature } from '../../qemu/cpu-map/feature-name';
import type { Qemu } from '../../qemu/qemu';
import { formatVersion } from '../../qemu/version';
import type { ReportedCpu } from '../../host/contract/machine';
import type { Context } from '../context';
import { LEFT_OUT, lacksFeature, merged, noLonger, turn, withMissing } from './cpu-features';
import { inPlaceOf } from './cpu-fallback';
import { nearestModel, type NearestModel } from './nearest-model';
import { powerHost } from './power-compat';
import { usesKvm } from '../machine/accel';
import { defaultMachine, machineFamily } from '../machine/family';
import { machineOf } from '../machine/type';

type Model = PlannedCpu;

/**
 * QEMU's model for PC machines where nothing is asked, by its binary: one for x86_64 runs i686 guests, too (QEMU
 * target/i386 TARGET_DEFAULT_CPU_TYPE).
 */
function defaultX86Model({ emulator }: Domain, { qemu }: Context): string {
  return (emulator ?? qemu.arch).endsWith('i386') ? 'qemu32' : 'qemu64';
}

/** What the guest gets that asks for no model; undefined: a machine that is not known. */
export function defaultModel(guest: Domain, context: Context): string | undefined {
  const { qemu } = context;
  if (isX86(guest.os.arch ?? qemu.arch)) return defaultX86Model(guest, context);
  // QEMU tells the default of TCG; under KVM it is another on most boards, and libvirt leaves it to QEMU
  const arch = guest.os.arch ?? qemu.arch;
  if (guest.type !== 'qemu' && !isPower64(arch) && !isS390(arch)) return undefined;
  // 32-bit POWER and SPARC have no models that libvirt knows
  if (qemu.arch === 'ppc' || qemu.arch === 'sparc') return undefined;
  const machine = ofHost(guest, context)
    ? defaultMachine(guest.os.arch ?? qemu.arch)
    : machineOf(guest, context);
  // POWER processors go by their series: `power9_v2.0` is POWER9 (QEMU target/ppc/cpu-models.c aliases)
  const model = qemu.machine(machine)?.defaultCpu?.replace(/^power(\d+)_v.*$/, 'POWER$1');
  return model !== undefined && isNamed(model, guest, context) ? model : undefined;
}

/** Under KVM the host's own processor is the default of what libvirt's machine is. */
function ofHost({ os, type }: Domain, context: Context): boolean {
  return type !== 'qemu' && (context.qemu.arch !== 'ppc64' || machineFamily({ os }, context) === 'pseries');
}

/** libvirt does not know the processors of e500 boards, and under KVM no POWER processor but the host's. */
function isNamed(model: string, guest: Domain, context: Context): boolean {
  if (context.qemu.arch !== 'ppc64') return true;
  return (
    !model.startsWith('e500') && (guest.type === 'qemu' || ofHost(guest, context) || !/^POWER/.test(model))
  );
}

/** Features of s390x that later processors will not have (QEMU target/s390x/cpu_models.c, deprecated-props). */
const DEPRECATED = ['bpb', 'te', 'cte', 'csske'];

/** The model and its features; what depends on the host's processor comes from the host facts. */
export function cpuModel(guest: Domain, context: Context): Model | undefined {
  const chosen = modelOf(guest, context);
  const wanted = guest.cpu?.deprecatedFeatures;
  if (chosen === undefined || wanted === undefined) return chosen;
  const switched = DEPRECATED.map((name) => ({ name, value: wanted }));
  return { model: chosen.model, features: merged(chosen.features, switched) };
}

function modelOf(guest: Domain, context: Context): Model | undefined {
  const { cpu } = guest;
  const asked = (cpu?.features ?? []).flatMap((feature) => planFeature(feature, guest, context));
  const features = vectorLengths(asked) ? [...asked, { name: 'sve', value: true }] : asked;
  switch (cpu?.mode) {
    case 'host-passthrough':
    case 'maximum':
      return {
        model: cpu.mode === 'maximum' ? 'max' : hostPassthrough(guest, context),
        features: [...migratable(guest, context), ...narrow(guest, context), ...features],
      };
    case 'host-model':
      return powerHost(guest, context, features) ?? withVendor(hostModel(guest, context, features), guest);
    default:
      if (isMinimum(cpu, context)) return withVendor(hostModel(guest, context, features), guest);
      if (takesHostModel(guest, context)) return hostModel(guest, context, features);
      return namedModel(guest, context, features);
  }
}

/** All that the host has, which is to be no less than a model; on other processors than x86 it is to libvirt the model alone. */
const isMinimum = (cpu: Cpu | undefined, { profile, qemu }: Context) =>
  cpu?.match === 'minimum' && cpu.model !== undefined && (isX86(qemu.arch) || !profile.libvirtDefaults);

/** A 32-bit guest of ARM on a host of 64 bits, in the 64-bit emulator: the processors of the other have no such switch. */
function narrow(guest: Domain, context: Context): Model['features'] {
  const { host, profile, qemu } = context;
  const is32Bit = /^armv[67]l$/.test(guest.os.arch ?? '');
  const wide = is32Bit && usesKvm(guest, context) && host.arch === 'aarch64';
  return wide && (profile.libvirtDefaults || qemu.arch === 'aarch64')
    ? [{ name: 'aarch64', value: false }]
    : [];
}

/** A length of ARM's scalable vectors is of use only with them. */
function vectorLengths(features: Model['features']): boolean {
  return (
    features.some(({ name, value }) => /^sve\d+$/.test(name) && value === true) &&
    !features.some(({ name }) => name === 'sve')
  );
}

/** `-cpu host` needs KVM; a guest that is to run without it all the same gets all that QEMU can emulate. */
function hostPassthrough({ cpu }: Domain, { options, decide }: Context): string {
  if (options.accel !== 'tcg') return 'host';
  decide({
    subject: 'cpu',
    value: 'max',
    reason: "the host's own processor needs KVM, and --accel tcg does without it",
    at: cpu?.at.of('@mode'),
  });
  return 'max';
}

/** On s390x a KVM guest without a model of its own gets the host's (libvirt src/qemu/qemu_domain.c). */
function takesHostModel({ cpu, os, type }: Domain, { qemu }: Context): boolean {
  return cpu?.model === undefined && type === 'kvm' && (os.arch ?? qemu.arch) === 's390x';
}

function namedModel(guest: Domain, context: Context, features: Model['features']): Model | undefined {
  const model = guest.cpu?.model ?? defaultModel(guest, context);
  if (model === undefined) return undefined;
  const own = withMissing(features, noLonger(model, context));
  const models = reportedOf(guest, context)?.models;
  return withVendor(inPlaceOf(model, own, models, guest, context) ?? { model, features: own }, guest);
}

/** Only the KVM host's own model can tell what may migrate. */
function migratable({ cpu, os }: Domain, { profile }: Context): PlannedCpu['features'] {
  if (os.arch !== undefined && !isX86(os.arch)) return [];
  if (cpu?.migratable !== undefined) return [{ name: 'migratable', value: cpu.migratable }];
  return cpu?.mode === 'host-passthrough' && profile.libvirtDefaults
    ? [{ name: 'migratable', value: true }]
    : [];
}

/** What the guest is to read as vendor wins over the host's own. */
function withVendor({ model, features }: Model, guest: Domain): Model {
  return { model, features: [...vendorId(guest), ...features] };
}

function vendorId({ cpu }: Domain): PlannedCpu['features'] {
  return cpu?.vendorId === undefined ? [] : [{ name: 'vendor', value: cpu.vendorId }];
}

/**
 * host-model is the nearest model that QEMU has, with the features in which the host differs. Where the host is not
 * known, a command of its own can say the same with `-cpu host`.
 */
function hostModel(guest: Domain, context: Context, own: Model['features']): Model {
  const { at, cpu, type } = guest;
  const { host, options, profile, qemu, report } = context;
  const other = host.cpus?.[options.context?.hostCpu ?? ''];
  if (other !== undefined)
    return { model: other.model, features: merged(otherFeatures(other.features ?? [], qemu), own) };
  const reported = reportedOf(guest, context);
  const known = reported && reportedModel(reported);
  if (known !== undefined) {
    const features = [
      ...known.require.flatMap(turn(true, qemu)),
      ...known.disable.flatMap(turn(false, qemu)),
    ];
    return { model: known.model, features: merged(features, own) };
  }
  if (profile.checksForLibvirt) report(cpuHostUnknown(cpu?.at ?? at));
  // `-cpu host` needs KVM; `max` is all that QEMU can emulate.
  return { model: type === 'qemu' || options.accel === 'tcg' ? 'max' : 'host', features: own };
}

/** The host's processor as this QEMU reports it. */
function reportedOf({ type }: Domain, { host, qemu }: Context): ReportedCpu | undefined {
  return host.hostCpus?.[formatVersion(qemu.version)]?.[type === 'kvm' ? 'kvm' : 'tcg'];
}

/** On s390x QEMU itself names the model; on x86 the CPU map has to be searched. */
function reportedModel(cpu: ReportedCpu): NearestModel | undefined {
  return cpu.model === undefined
    ? nearestModel(cpu)
    : { model: cpu.model, require: cpu.features, disable: cpu.absent ?? [] };
}

/** QEMU's models have `vme`, libvirt's older ones do not: it comes before what tells hosts apart. */
function otherFeatures(names: readonly string[], qemu: Qemu): Model['features'] {
  const sorted = [...names.filter((name) => name === 'vme'), ...names.filter((name) => name !== 'vme')];
  return sorted.filter((name) => name !== 'invtsc').flatMap(turn(true, qemu));
}

/** `optional` counts where the host has it; on a host that is not known it is left to QEMU's model. */
function planFeature({ name, policy }: CpuFeature, guest: Domain, context: Context): Model['features'] {
  const { host, options, profile, qemu } = context;
  if (profile.libvirtDefaults && LEFT_OUT.includes(name)) return [];
  if (policy !== 'optional') return turn(policy === 'force' || policy === 'require', qemu)(name);
  // All that can be had is there already.
  const { mode } = guest.cpu ?? {};
  if (mode === 'host-passthrough' || mode === 'maximum') return [];
  if (!profile.libvirtDefaults && lacksFeature(name, qemu)) return [];
  const features =
    host.cpus?.[options.context?.hostCpu ?? '']?.features ?? reportedOf(guest, context)?.features;
  if (features === undefined) return [];
  return turn(features.includes(name) || features.includes(qemuFeature(name)), qemu)(name);
}
