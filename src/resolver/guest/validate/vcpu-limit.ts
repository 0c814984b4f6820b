import { isX86 } from '../../../qemu/architectures';
import { vcpusBeyondGic, vcpusBeyondMachine, vcpusTooFew } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import { leastCpusOf } from '../../../qemu/machines/boards';
import type { Context } from '../../context';
import { hasPlainInterrupts } from '../../iommu/many-vcpus';
import { REACHED_BY_GIC_2 } from '../board-features';
import { machineOf } from '../../machine/type';
import { startingCpus } from '../smp';

/**
 * QEMU refuses more than the board takes, whatever the accelerator (hw/core/machine-smp.c). That interrupts do not reach
 * them is said of x86 boards but q35, by libvirt besides.
 */
export function limitVcpus(guest: Domain, context: Context): void {
  const { max, at } = guest.vcpu;
  const { gic } = guest.features.board;
  if (gic?.version === '2' && max > REACHED_BY_GIC_2 && context.profile.checksForQemu)
    context.report(vcpusBeyondGic(guest.features.at.of('gic/@version'), max, REACHED_BY_GIC_2));
  requireVcpus(guest, context);
  const known = context.qemu.machine(machineOf(guest, context));
  if (known === undefined || max <= known.maxCpus) return;
  if (!context.profile.checksForLibvirt && hasPlainInterrupts(guest, context)) return;
  const better = ['q35', 'virt']
    .map((name) => context.qemu.machine(name))
    .find((one) => one && one.maxCpus >= max);
  context.report(
    vcpusBeyondMachine(at, { count: max, machine: known.name, most: known.maxCpus }, better?.name),
  );
}

/** libvirt leaves it to QEMU (hw/core/machine-smp.c). */
function requireVcpus(guest: Domain, context: Context): void {
  const { vcpu, os } = guest;
  if (isX86(os.arch ?? context.qemu.arch) || !context.profile.checksForQemu) return;
  const machine = machineOf(guest, context);
  const least = leastCpusOf(context.qemu.arch, machine);
  const count = startingCpus(vcpu, context.profile);
  if (count < least) context.report(vcpusTooFew(vcpu.at, { count, machine, least }));
}
