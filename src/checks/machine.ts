import {
  accelUnavailable,
  kvmNotNested,
  kvmRival,
  machineDeprecated,
  vcpusBeyondHost,
} from '../diagnostics/catalog';
import { architecturesOf } from '../host/kvm';
import { newestName, type MachineType } from '../qemu/machines';
import { formatVersion } from '../qemu/version';
import { limitVcpus } from '../resolver/guest/validate/vcpu-limit';
import { isX86, machineFamily } from '../resolver/machine/family';
import type { Check, CheckInput } from './check';

/** The machine type, and what it and the host have for processors. */
export const machine: Check = (input) => {
  const { guest, plan, context } = input;
  const known = context.qemu.machine(plan.machine.type);
  if (known !== undefined) {
    if (known.deprecated)
      context.report(
        machineDeprecated(
          guest.os.at.of('type/@machine'),
          known.name,
          formatVersion(context.qemu.version),
          newestOf(known, input)?.name,
        ),
      );
    checkLimit(input);
  }
  checkHost(input);
};

function newestOf({ family }: MachineType, { context: { qemu } }: CheckInput): MachineType | undefined {
  return qemu.machine(newestName(family));
}

/** The conversion has said so where libvirt would, and of x86 boards without interrupts for more than 255. */
function checkLimit({ guest, context }: CheckInput): void {
  const many = guest.vcpu.max > 255 && machineFamily(guest, context) !== 'q35' && isX86(context.qemu.arch);
  if (!many && !context.profile.libvirtDefaults) limitVcpus(guest, context);
}

function checkHost({ guest, context, skip }: CheckInput): void {
  const { onlineCpus } = context.host;
  if (onlineCpus === undefined) skip('its vCPUs against the processors of the host');
  else if (guest.vcpu.max > onlineCpus)
    context.report(vcpusBeyondHost(guest.vcpu.at, guest.vcpu.max, onlineCpus));
}

/** What stands in KVM's way beyond /dev/kvm itself, which the conversion asks for. */
export const kvm: Check = ({ guest, plan, context, skip }) => {
  if (plan.accel.name !== 'kvm') return;
  const { arch, kvmState } = context.host;
  const at = guest.at.of('@type');
  if (context.host.kvm === undefined) skip('whether KVM can be used');
  if (arch !== undefined && context.host.kvm !== false && !architecturesOf(arch).includes(context.qemu.arch))
    context.report(
      accelUnavailable(at, guest.type, { why: `the guest is ${context.qemu.arch}, and the host ${arch}` }),
    );
  for (const module of kvmState?.rivals ?? []) context.report(kvmRival(at, module));
  if (kvmState?.nested !== false) return;
  const nested = guest.cpu?.features.find(
    ({ name, policy }) => (name === 'vmx' || name === 'svm') && (policy === 'require' || policy === 'force'),
  );
  if (nested === undefined) return;
  const module = nested.name === 'vmx' ? 'kvm_intel' : 'kvm_amd';
  context.report(
    kvmNotNested(nested.at, nested.name, `modprobe -r ${module} && modprobe ${module} nested=1`),
  );
};
