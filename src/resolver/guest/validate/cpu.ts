import { isArm, isS390, isX86 } from '../../../qemu/architectures';
import {
  cpuAddressInvalid,
  cpuCacheInvalid,
  cpuCheckIdle,
  cpuFeatureTwice,
  cpuFeatureUnknown,
  cpuMigratableForeign,
  cpuModelMissing,
  cpuNeedsKvm,
  cpuVendorForeign,
  qemuLacks,
  qemuLeavesOut,
} from '../../../diagnostics/catalog';
import { closest } from '../../../diagnostics/closest';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { Cpu } from '../../../model/cpu';
import type { Domain } from '../../../model/domain';
import type { Place } from '../../../model/place';
import { featureNames } from '../../../qemu/cpu-map';
import { cpuFeatureNames } from '../../../qemu/cpu-features';
import { requires } from '../../requires';
import { lacksFeature } from '../cpu-features';
import { defaultModel } from '../cpu-model';
import { validatePowerCompat } from '../power-compat';
import type { Context } from '../../context';
import { validateModel } from './cpu-model';

export function validateCpu(guest: Domain, context: Context): void {
  const { cpu, type } = guest;
  if (cpu === undefined) return;
  const { report } = context;
  if (cpu.mode === 'host-passthrough' && type === 'qemu') report(cpuNeedsKvm(cpu.at.of('@mode'), cpu.mode));
  if (cpu.mode === 'maximum') requires(context, 'cpu-max', cpu.at.of('@mode'), "mode='maximum'");
  if (cpu.mode === undefined || cpu.mode === 'custom') validateCustom(cpu, guest, context);
  if (cpu.vendorId !== undefined && !isX86(context.qemu.arch) && context.profile.checksForQemu)
    report(cpuVendorForeign(cpu.at.of('model/@vendor_id')));
  if (cpu.model === undefined && cpu.vendor !== undefined) report(cpuModelMissing(cpu.at));
  if (cpu.migratable !== undefined && cpu.mode !== 'maximum' && cpu.mode !== 'host-passthrough')
    report(cpuMigratableForeign(cpu.at.of('@migratable')));
  validateCache(cpu, context);
  validateNames(cpu, context);
  validateAddressSize(cpu, context);
  validatePowerCompat(guest, context);
  if (cpu.deprecatedFeatures !== undefined)
    requires(context, DEPRECATED, cpu.at.of('@deprecated_features'), 'a list of deprecated CPU features');
}

function validateCustom(cpu: Cpu, guest: Domain, context: Context): void {
  if (cpu.model !== undefined) return validateModel(cpu.model, cpu, guest, context);
  if (cpu.features.length > 0) context.report(cpuModelMissing(cpu.at));
  if (cpu.check !== undefined) validateCheck(cpu, guest, context);
}

/** libvirt holds a model against the host's processor, and some boards have none of their own under KVM. */
function validateCheck({ at }: Cpu, guest: Domain, context: Context): void {
  if (!context.profile.checksForLibvirt || isS390(context.qemu.arch)) return;
  if (defaultModel(guest, context) === undefined) context.report(cpuCheckIdle(at.of('@check')));
}

const DEPRECATED = 'query-cpu-model-expansion.deprecated-props';

/** libvirt's CPU map of ARM is short. */
const ARM_FEATURE = /^(sve\d*|pauth)$/;

function validateNames(cpu: Cpu, context: Context): void {
  const { at, features } = cpu;
  const { qemu, profile, report } = context;
  if (features.length === 0) return;
  if (!profile.libvirtDefaults) return validateSwitches(cpu, context);
  const seen = new Map<string, Place>();
  for (const feature of features) {
    const first = seen.get(feature.name);
    if (first === undefined) seen.set(feature.name, feature.at);
    else report(cpuFeatureTwice(feature.at, feature.name, first));
  }
  const known = knownFeatures(qemu.arch);
  const unknown = known && features.find(({ name }) => !known(name));
  if (unknown !== undefined) report(cpuFeatureUnknown(at, unknown.name));
}

/** QEMU ends with a name that it does not know, on or off: one that is optional or to be off is left out. */
function validateSwitches({ features }: Cpu, { qemu, report }: Context): void {
  for (const { at, name, policy } of features) {
    if (policy === 'optional' || !lacksFeature(name, qemu)) continue;
    report(unknownSwitch(at, name, policy === 'disable' || policy === 'forbid'));
  }
}

function unknownSwitch(at: Place, name: string, off: boolean): Diagnostic {
  const what = `the CPU feature '${name}'`;
  const later = cpuFeatureNames().has(name.replaceAll('_', '-'));
  if (later || featureNames().has(name))
    return off
      ? qemuLeavesOut(at, what, 'it is off all the same', later)
      : qemuLacks(at, what, later ? 'use a later QEMU, or remove it' : 'remove it');
  return cpuFeatureUnknown(at.of('@name'), name, closest(name, [...cpuFeatureNames()]));
}

function knownFeatures(arch: string): ((name: string) => boolean) | undefined {
  if (isX86(arch)) return (name) => featureNames().has(name);
  return isArm(arch) ? (name) => ARM_FEATURE.test(name) : undefined;
}

function ofHost({ mode }: Cpu): boolean {
  return mode === 'host-passthrough' || mode === 'maximum';
}

function validateCache(cpu: Cpu, { report }: Context): void {
  const { cache } = cpu;
  if (cache === undefined) return;
  if (cache.mode === 'emulate' && cache.level !== 3)
    report(cpuCacheInvalid(cache.at, 'only the level 3 cache can be emulated', "use level='3'"));
  if (cache.mode === 'passthrough' && !ofHost(cpu))
    report(
      cpuCacheInvalid(cache.at, "only the host's own CPU has its cache", "use <cpu mode='host-passthrough'>"),
    );
  if (cache.mode !== 'emulate' && cache.level !== undefined)
    report(cpuCacheInvalid(cache.at.of('@level'), 'a level is for an emulated cache', 'remove level'));
}

/** QEMU target/i386/cpu.c x86_cpu_realizefn. */
const BITS = { min: 32, max: 52 };

function validateAddressSize(cpu: Cpu, context: Context): void {
  const { report } = context;
  const size = cpu.maxphysaddr;
  if (size === undefined) return;
  if (!isX86(context.qemu.arch))
    report(cpuAddressInvalid(size.at, 'only x86 processors can be told how wide addresses are', 'remove it'));
  if (
    size.bits !== undefined &&
    (size.bits < BITS.min || size.bits > BITS.max) &&
    context.profile.checksForQemu
  )
    report(
      cpuAddressInvalid(
        size.at.of('@bits'),
        `addresses have ${BITS.min} to ${BITS.max} bits`,
        "write bits='40'",
      ),
    );
  if (size.limit !== undefined)
    requires(context, 'host-phys-bits-limit', size.at.of('@limit'), "a limit to the host's width");
  if (size.mode === 'passthrough' && size.bits !== undefined)
    report(cpuAddressInvalid(size.at.of('@bits'), "the host's width is taken as it is", 'remove bits'));
  if (size.mode === 'emulate' && size.limit !== undefined)
    report(cpuAddressInvalid(size.at.of('@limit'), "a limit is for the host's width", 'remove limit'));
}
