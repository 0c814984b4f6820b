import { isS390, isX86 } from '../../../qemu/architectures';
import { cpuModelAbsent, cpuModelUnknown, featureInvalid, qemuLacks } from '../../../diagnostics/catalog';
import { closest } from '../../../diagnostics/closest';
import type { Cpu } from '../../../model/cpu';
import type { Domain } from '../../../model/domain';
import { modelNames } from '../../../qemu/cpu-map';
import { cpuModelGone, cpuModelNames, cpuModelSince } from '../../../qemu/cpu-models';
import { isOtherCpuModel, lacksArmSwitch, otherCpuModels } from '../../../qemu/other-cpu-models';
import type { Context } from '../../context';
import { isKnownModel } from '../nearest-model';

/** libvirt knows models by its own map; one that this QEMU lacks can have another in its place. */
export function validateModel(name: string, cpu: Cpu, guest: Domain, context: Context): void {
  const { qemu, profile, report } = context;
  // The least that a guest needs is no model of its own.
  const least = cpu.match === 'minimum';
  if (!isX86(qemu.arch)) {
    if (least && profile.checksForLibvirt && isS390(qemu.arch))
      report(
        featureInvalid(cpu.at.of('@match'), 'no processor of s390x is a least one', "use match='exact'"),
      );
    return least ? undefined : validateOtherModel(name, cpu, context);
  }
  const at = cpu.at.of('model');
  const inMap = isInMap(name);
  if (least && (inMap || !isCompared(cpu, guest, context))) return;
  const has = qemu.hasCpuModel(name);
  if (profile.checksForLibvirt && !inMap) report(cpuModelUnknown(at, name, closest(name, [...modelNames()])));
  else if (has === false) {
    if (cpu.fallback === 'forbid' || !isKnownModel(name))
      report(cpuModelAbsent(at, name, sinceWhen(name), meant(name), true));
  } else if (has === undefined && !inMap)
    report(cpuModelAbsent(at, name, ' that is known here', meant(name), false));
}

/** Whether libvirt holds the host's processor against it (src/qemu/qemu_process.c qemuProcessUpdateGuestCPU). */
function isCompared({ check = 'partial' }: Cpu, { type }: Domain, { profile }: Context): boolean {
  return profile.checksForLibvirt && type === 'kvm' && check === 'partial';
}

/** QEMU ends with one that it does not know. */
function validateOtherModel(name: string, cpu: Cpu, { qemu: { arch }, profile, report }: Context): void {
  if (!profile.checksForQemu) return;
  if (isOtherCpuModel(arch, name) === false) {
    const likely = closest(name, otherCpuModels(arch) ?? []);
    report(cpuModelAbsent(cpu.at.of('model'), name, ' that is known here', likely, false));
  }
  const lacking = cpu.features.filter((feature) => lacksArmSwitch(arch, name, feature.name));
  for (const feature of lacking)
    report(qemuLacks(feature.at, `'${feature.name}' on ${name}`, 'remove it, or take another model'));
}

const isInMap = (name: string) => modelNames().has(name);

/** Nobody meant what is not there. */
const meant = (name: string) =>
  (cpuModelGone(name) ?? cpuModelSince(name)) === undefined ? closest(name, [...cpuModelNames()]) : undefined;

function sinceWhen(name: string): string {
  const [since, gone] = [cpuModelSince(name), cpuModelGone(name)];
  if (gone !== undefined) return `: it was removed in ${gone}`;
  return since === undefined ? '' : `: it came with ${since}`;
}
