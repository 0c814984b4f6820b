import { isX86 } from '../../qemu/architectures';
import type { PlannedCpu } from '../../model/plan/machine';
import { qemuFeature } from '../../qemu/cpu-map/feature-name';
import type { Qemu } from '../../qemu/qemu';

type Features = PlannedCpu['features'];

/** What the guest asks for itself wins over what the host has. */
export function merged(host: Features, own: Features): Features {
  const named = new Set(host.map(({ name }) => name));
  return [
    ...host.map((feature) => own.find(({ name }) => name === feature.name) ?? feature),
    ...own.filter(({ name }) => !named.has(name)),
  ];
}

/** A feature of libvirt's CPU map as `-cpu` has it; none for what QEMU does not know. */
export function turn(value: boolean, { arch }: Qemu) {
  return (name: string): Features =>
    NOT_IN_QEMU.has(name) || (!value && OFF_ANYWAY.includes(name))
      ? []
      : [{ name: isX86(arch) ? qemuFeature(name) : name, value }];
}

/** Whether this QEMU ends when it is told of the feature. */
export function lacksFeature(name: string, qemu: Qemu): boolean {
  return (
    isX86(qemu.arch) && turn(true, qemu)(name).some((feature) => qemu.hasCpuFeature(feature.name) === false)
  );
}

/** Features of libvirt's CPU map that QEMU sets by itself or does not know. */
const NOT_IN_QEMU = new Set(['cmt', 'mbm_total', 'mbm_local', 'osxsave', 'ospke']);

/** What no QEMU has any more need not be switched off. */
const OFF_ANYWAY: readonly string[] = ['cvt16', 'pconfig'];

/** More that libvirt leaves out without a word (src/qemu/qemu_capabilities.c virQEMUCapsCPUFilterFeatures). */
export const LEFT_OUT: readonly string[] = ['vmx-ept-uc', 'vmx-ept-wb', 'vmx-invvpid-single-context'];
