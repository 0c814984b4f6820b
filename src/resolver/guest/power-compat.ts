import { isPower64 } from '../../qemu/architectures';
import { cpuTooNew, valueInvalid } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { PlannedCpu } from '../../model/plan/machine';
import type { Context } from '../context';
import { usesKvm } from '../machine/accel';
import { machineFamily } from '../machine/family';

/**
 * The older POWER that a guest is to see of its host's: `<cpu mode='host-model'><model>power8</model>`. libvirt's names
 * of these modes are in lower case (src/cpu/cpu_ppc64.c).
 */
function powerCompat({ cpu, os }: Domain, { qemu }: Context): string | undefined {
  return cpu?.mode === 'host-model' && isPower64(os.arch ?? qemu.arch) ? cpu.model : undefined;
}

/** What the machine is told of it; QEMU before 2.10 had a feature of the CPU for it (hw/ppc/spapr.c). */
export function maxCpuCompat(guest: Domain, context: Context): string | undefined {
  return ofMachine(guest, context) ? powerCompat(guest, context) : undefined;
}

/** A KVM guest of POWER has the host's processor, whatever it calls itself; `own` is what the guest asks of it. */
export function powerHost(
  guest: Domain,
  context: Context,
  own: PlannedCpu['features'],
): PlannedCpu | undefined {
  if (!usesKvm(guest, context)) return undefined;
  if (!isPower64(guest.os.arch ?? context.qemu.arch)) return undefined;
  const compat = ofMachine(guest, context) ? undefined : powerCompat(guest, context);
  return {
    model: 'host',
    features: compat === undefined ? own : [{ name: 'compat', value: compat }, ...own],
  };
}

function ofMachine(guest: Domain, context: Context): boolean {
  return machineFamily(guest, context) === 'pseries' && context.qemu.has('machine-max-cpu-compat');
}

/** A processor cannot behave as one that came after it. */
export function validatePowerCompat(guest: Domain, context: Context): void {
  const compat = powerCompat(guest, context);
  const { host, options, profile, report } = context;
  if (
    profile.checksForQemu &&
    guest.cpu !== undefined &&
    compat !== undefined &&
    !MODES.includes(compat.toLowerCase())
  ) {
    report(valueInvalid(guest.cpu.at.of('model'), '<model>', compat, `one of: ${MODES.join(', ')}`));
    return;
  }
  const model = host.cpus?.[options.context?.hostCpu ?? '']?.model;
  if (guest.cpu === undefined || compat === undefined || model === undefined) return;
  if (series(compat) > series(model)) report(cpuTooNew(guest.cpu.at.of('model'), compat, model));
}

/** QEMU target/ppc/compat.c; it takes them in any case. */
const MODES: readonly string[] = ['power6', 'power7', 'power7+', 'power8', 'power9', 'power10', 'power11'];

/** `POWER9` and `power9` are of series 9; any other name is of none. */
function series(model: string): number {
  return Number(/^power(\d+)/i.exec(model)?.[1] ?? 0);
}
