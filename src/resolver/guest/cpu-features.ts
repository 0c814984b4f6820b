import { isX86 } from '../../qemu/architectures';
import type { PlannedCpu } from '../../model/plan/machine';
import { qemuFeature } from '../../qemu/cpu-map/feature-name';
import { removedFeatures } from '../../qemu/cpu-map/removed';
import type { Qemu } from '../../qemu/qemu';
import type { Context } from '../context';

type Features = PlannedCpu['features'];

/** What the guest asks for itself wins over what the host has. */
export function merged(host: Features, own: Features): Features {
  const named = new Set(host.map(({ name }) => name));
  return [
    ...host.map((feature) => own.find(({ name }) => name === feature.name) ?? feature),
    ...own.filter(({ name }) => !named.has(name)),
  ];
}

/** The features, and those of more that are not among them. */
export function withMissing(features: Features, more: Features): Features {
  const named = new Set(features.map(({ name }) => name));
  return [...features, ...more.filter(({ name }) => !named.has(name))];
}

/** What QEMU took out of the model, for libvirt to say so. */
export function noLonger(model: string, { profile, qemu }: Context): Features {
  if (!profile.libvirtDefaults || !isX86(qemu.arch)) return [];
  return removedFeatures(model).map((name) => ({ name, value: false }));
}

/** A feature of libvirt's CPU map as `-cpu` has it; none for what QEMU does not know, where that is off or set by QEMU. */
export function turn(value: boolean, qemu: Qemu) {
  return (name: string): Features => {
    if (NOT_IN_QEMU.has(name)) return [];
    const property = isX86(qemu.arch) ? qemuFeature(name) : name;
    return value || qemu.hasCpuFeature(property) !== false ? [{ name: property, value }] : [];
  };
}

/** Whether this QEMU ends when it is told of the feature. */
export function lacksFeature(name: string, qemu: Qemu): boolean {
  return (
    isX86(qemu.arch) && turn(true, qemu)(name).some((feature) => qemu.hasCpuFeature(feature.name) === false)
  );
}

/** Features of libvirt's CPU map that QEMU sets by itself or does not know. */
const NOT_IN_QEMU = new Set(['cmt', 'mbm_total', 'mbm_local', 'osxsave', 'ospke']);

/** More that libvirt leaves out without a word (src/qemu/qemu_capabilities.c virQEMUCapsCPUFilterFeatures). */
export const LEFT_OUT: readonly string[] = ['vmx-ept-uc', 'vmx-ept-wb', 'vmx-invvpid-single-context'];
