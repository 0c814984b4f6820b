import { isArm } from '../../../qemu/architectures';
import { featureForeign, featureInvalid } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { machineOf } from '../../machine/type';
import { isArmVirt } from '../board-features';

/** `<features>` of x86 in a guest of another architecture. */
export function validateForeign(guest: Domain, context: Context): void {
  validateByLibvirt(guest, context);
  if (context.profile.checksForQemu) validateProperties(guest, context);
}

/** What only PCs have, however it is switched (libvirt src/qemu/qemu_validate.c qemuValidateDomainDefFeatures). */
function validateByLibvirt(guest: Domain, context: Context): void {
  const { at, apic, hyperv, ioapic, pmu, pvspinlock } = guest.features;
  const foreign = foreignTo(guest, context);
  foreign('pvspinlock', pvspinlock);
  foreign('ioapic', ioapic);
  foreign('apic/@eoi', apic?.eoi);
  if (!isArmVirt(guest, context)) foreign('hyperv', hyperv);
  if (pmu === false && context.qemu.arch === 'ppc64')
    context.report(
      featureInvalid(at.of('pmu'), 'POWER processors are never without their PMU', 'remove <pmu>'),
    );
}

/** Libvirt names these to any processor and board, where it names them at all: QEMU has properties of x86 for them. */
function validateProperties(guest: Domain, context: Context): void {
  const { hyperv, kvm, pmu, smm } = guest.features;
  const foreign = foreignTo(guest, context);
  // that it is wanted was said before, as of a QEMU that is too old
  if (smm?.state === false) foreign('smm', smm);
  if (isArmVirt(guest, context)) foreign('hyperv', hyperv);
  for (const name of ['hidden', 'hint-dedicated', 'poll-control'])
    if (kvm[name] === true) foreign(`kvm/${name}`, true);
  if (kvm['pv-ipi'] === false) foreign('kvm/pv-ipi', false);
  if (!isArm(context.qemu.arch) && !context.qemu.arch.startsWith('ppc')) foreign('pmu', pmu, 'x86 and ARM');
}

function foreignTo(guest: Domain, context: Context) {
  const machine = machineOf(guest, context);
  return (name: string, value: unknown, board = 'x86') => {
    if (value !== undefined) context.report(featureForeign(guest.features.at.of(name), name, machine, board));
  };
}
