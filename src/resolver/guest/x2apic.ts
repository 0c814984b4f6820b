import { isX86 } from '../../qemu/architectures';
import { vcpusNeedIommu } from '../../diagnostics/catalog';
import type { CpuFeature } from '../../model/cpu';
import type { Domain } from '../../model/domain';
import type { PlannedCpu } from '../../model/plan/machine';
import type { Context } from '../context';
import { isEmulated } from '../machine/accel';
import { startingCpus } from './smp';

/** The first processor that is reached with x2APIC alone (QEMU hw/intc/apic_common.c apic_common_set_id). */
const FIRST_FAR = 255;

/** Levels take whole bits, so that ids have gaps (QEMU include/hw/i386/topology.h x86_apicid_from_cpu_idx). */
function apicId(index: number, { cpu }: Domain): number {
  const { dies, cores, threads } = cpu?.topology ?? { dies: 1, cores: 1, threads: 1 };
  let id = 0;
  let shift = 0;
  let rest = index;
  for (const count of [threads, cores, dies]) {
    id += (rest % count) * 2 ** shift;
    shift += Math.ceil(Math.log2(count));
    rest = Math.floor(rest / count);
  }
  return id + rest * 2 ** shift;
}

function reachesFar(guest: Domain, context: Context, count: number): boolean {
  return (
    // Each of the levels at most doubles its ids.
    count * 8 > FIRST_FAR &&
    isX86(guest.os.arch ?? context.qemu.arch) &&
    !context.profile.libvirtDefaults &&
    apicId(count - 1, guest) >= FIRST_FAR
  );
}

/**
 * What the processors of a large guest need to be reached. KVM gives it to each model, TCG to those alone that have it
 * (QEMU target/i386/kvm/kvm-cpu.c kvm_default_props).
 */
export function x2apicFeature(
  { model, features }: PlannedCpu,
  guest: Domain,
  context: Context,
): PlannedCpu['features'] {
  if (!reachesFar(guest, context, guest.vcpu.max) || !isEmulated(guest, context)) return [];
  if (model === 'max' || features.some(({ name }) => name === 'x2apic')) return [];
  context.decide({ subject: 'cpu', value: 'x2apic=on', reason: FAR, at: guest.vcpu.at });
  return [{ name: 'x2apic', value: true }];
}

const FAR = `processors with an APIC ID of ${FIRST_FAR} or more are reached with x2APIC alone`;

/** QEMU ends where it does not reach a processor that is there from the beginning; libvirt leaves it to QEMU. */
export function validateX2apic(guest: Domain, context: Context): void {
  const { vcpu, cpu } = guest;
  if (!reachesFar(guest, context, vcpu.max)) return;
  const { qemu, report, profile } = context;
  const off = cpu?.features.find(({ name }) => name === 'x2apic');
  if (!qemu.has('tcg.x2apic')) {
    if (isEmulated(guest, context))
      report(
        vcpusNeedIommu(
          vcpu.at,
          `${FAR}, which TCG of this QEMU does not have`,
          "use <domain type='kvm'>, QEMU 9.0 or later, or fewer processors",
        ),
      );
  } else if (isOff(off) && reachesFar(guest, context, startingCpus(vcpu, profile)))
    report(vcpusNeedIommu(off.at, `${FAR}, and it is off`, 'remove it, or use fewer processors'));
}

function isOff(feature: CpuFeature | undefined): feature is CpuFeature {
  return feature?.policy === 'disable' || feature?.policy === 'forbid';
}
