import {
  cpuAddressInvalid,
  cpuCacheInvalid,
  cpuFeatureTwice,
  cpuFeatureUnknown,
  cpuModelMissing,
  cpuModelUnknown,
  cpuNeedsKvm,
} from '../../../diagnostics/catalog';
import { closest } from '../../../diagnostics/closest';
import type { Cpu } from '../../../model/cpu';
import type { Domain } from '../../../model/domain';
import type { Place } from '../../../model/place';
import { featureNames, modelNames } from '../../../qemu/cpu-map';
import { isX86 } from '../../machine/family';
import { requires } from '../../requires';
import { validatePowerCompat } from '../power-compat';
import type { Context } from '../../context';

export function validateCpu(guest: Domain, context: Context): void {
  const { cpu, type } = guest;
  if (cpu === undefined) return;
  const { report } = context;
  if (cpu.mode === 'host-passthrough' && type === 'qemu') report(cpuNeedsKvm(cpu.at.of('@mode'), cpu.mode));
  if (cpu.mode === 'maximum') requires(context, 'cpu-max', cpu.at.of('@mode'), "mode='maximum'");
  const custom = cpu.mode === undefined || cpu.mode === 'custom';
  if (custom && cpu.model === undefined && cpu.features.length > 0) report(cpuModelMissing(cpu.at));
  if (custom && cpu.model !== undefined) validateModel(cpu.model, cpu, context);
  if (cpu.model === undefined && cpu.vendor !== undefined) report(cpuModelMissing(cpu.at));
  validateCache(cpu, context);
  validateNames(cpu, context);
  validateAddressSize(cpu, context);
  validatePowerCompat(guest, context);
  if (cpu.deprecatedFeatures !== undefined)
    requires(context, DEPRECATED, cpu.at.of('@deprecated_features'), 'a list of deprecated CPU features');
}

const DEPRECATED = 'query-cpu-model-expansion.deprecated-props';

/** libvirt's CPU map of ARM is short. */
const ARM_FEATURE = /^(sve\d*|pauth)$/;

function validateNames({ at, features }: Cpu, { qemu, profile, report }: Context): void {
  if (!profile.libvirtDefaults || features.length === 0) return;
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

function knownFeatures(arch: string): ((name: string) => boolean) | undefined {
  if (isX86(arch)) return (name) => featureNames().has(name);
  return /^(aarch64|arm)/.test(arch) ? (name) => ARM_FEATURE.test(name) : undefined;
}

/** libvirt knows models by its own map; whether this QEMU has one is for QEMU to say. */
function validateModel(name: string, { at }: Cpu, { qemu, profile, report }: Context): void {
  if (!profile.libvirtDefaults || !isX86(qemu.arch)) return;
  const names = modelNames();
  if (!names.has(name.replace(/-v\d+$/, '')))
    report(cpuModelUnknown(at.of('model'), name, closest(name, [...names])));
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

function validateAddressSize(cpu: Cpu, { report }: Context): void {
  const size = cpu.maxphysaddr;
  if (size === undefined) return;
  if (size.mode === 'passthrough' && !ofHost(cpu))
    report(cpuAddressInvalid(size.at, "only the host's own CPU has its width", "use mode='emulate'"));
  if (size.mode === 'passthrough' && size.bits !== undefined)
    report(cpuAddressInvalid(size.at.of('@bits'), "the host's width is taken as it is", 'remove bits'));
  if (size.mode === 'emulate' && size.bits === undefined)
    report(cpuAddressInvalid(size.at, 'an emulated width needs its bits', "add bits='42'"));
  if (size.mode === 'emulate' && size.limit !== undefined)
    report(cpuAddressInvalid(size.at.of('@limit'), "a limit is for the host's width", 'remove limit'));
}
