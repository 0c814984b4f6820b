import {
  accelUnavailable,
  kvmNotNested,
  kvmRival,
  machineDeprecated,
  vcpusBeyondHost,
} from '../diagnostics/catalog';
import { architecturesOf } from '../host/kvm';
import { newestName, type MachineType } from '../qemu/machines';
import { lifeOf } from '../qemu/machines/history';
import { formatVersion } from '../qemu/version';
import type { Check, CheckInput } from './check';

/** The machine type, and what it and the host have for processors. */
export const machine: Check = (input) => {
  const { guest, plan, context } = input;
  const known = context.qemu.machine(plan.machine.type);
  if (known?.deprecated === true)
    context.report(
      machineDeprecated(
        guest.os.at.of('type/@machine'),
        known.name,
        formatVersion(context.qemu.version),
        newestOf(known, input)?.name,
      ),
    );
  checkHost(input);
};

/** What to move to: the newest of its kind, or of a board without versions what QEMU's documentation names. */
function newestOf({ name, family }: MachineType, { context: { qemu } }: CheckInput): MachineType | undefined {
  const newest = qemu.machine(newestName(family));
  if (newest?.name !== name) return newest;
  const successor = lifeOf(name, qemu.arch)?.successor;
  return successor === undefined ? undefined : qemu.machine(successor);
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
