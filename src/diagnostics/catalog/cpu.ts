import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const cpuHostUnknown = (at: Place) =>
  error('cpu-host-unknown', at, 'this CPU mode depends on the processor of the host, which is not known', {
    help: 'describe the host with --host FILE, or name a CPU model',
  });

export const cpuTooNew = (at: Place, wanted: string, host: string) =>
  error('cpu-too-new', at, `the host's processor is ${host}: a guest on it cannot see ${wanted}`, {
    help: 'name the processor of the host, or one before it',
  });

export const cpuNeedsKvm = (at: Place, mode: string) =>
  error('cpu-needs-kvm', at, `the CPU mode '${mode}' needs hardware virtualization`, {
    help: "use <domain type='kvm'>, or mode='custom' with a model",
  });

export const cpuModelMissing = (at: Place) =>
  error('cpu-model-missing', at, 'a CPU with features or a vendor needs a model', {
    help: 'add <model>qemu64</model>',
  });

export const cpuCheckIdle = (at: Place) =>
  error('cpu-model-missing', at, "'check' is about a model, and there is none", {
    help: 'remove it, or add a <model>',
  });

export const cpuModelUnknown = (at: Place, name: string, meant: string | undefined) =>
  error('cpu-model-unknown', at, `libvirt has no CPU model '${name}'`, {
    help: meant === undefined ? 'name one that virsh cpu-models lists' : `did you mean ${meant}?`,
  });

/** `known`: this QEMU's models are known; else it may have one of that name. */
export const cpuModelAbsent = (
  at: Place,
  name: string,
  why: string,
  meant: string | undefined,
  known: boolean,
) =>
  (known ? error : warning)('cpu-model-absent', at, `QEMU has no CPU model '${name}'${why}`, {
    help: meant === undefined ? "name another, or take <cpu mode='host-model'/>" : `did you mean ${meant}?`,
  });

export const cpuVendorForeign = (at: Place) =>
  error('cpu-vendor-foreign', at, 'only x86 processors can be told whose they say they are', {
    help: 'remove vendor_id',
  });

/** QEMU takes features only after a model. */
export const cpuDefaultUnknown = (at: Place, feature: string) =>
  error('cpu-default-unknown', at, `'${feature}' is asked of a CPU whose model is not known`, {
    help: "say which: <cpu mode='host-passthrough'/> under KVM, or a <model>",
  });

export const cpuFeatureUnknown = (at: Place, name: string, meant?: string) =>
  error('cpu-feature-unknown', at, `processors of this architecture have no feature '${name}'`, {
    help: meant === undefined ? 'remove it' : `did you mean ${meant}?`,
  });

export const cpuFeatureTwice = (at: Place, name: string, first: Place) =>
  error('cpu-feature-twice', at, `the CPU feature '${name}' is named twice`, {
    notes: [{ message: 'the other one is here', at: first }],
    help: 'remove one of the two',
  });

export const cpuTopologyMismatch = (at: Place, product: number, vcpus: number) =>
  error('cpu-topology-mismatch', at, `the topology has ${product} threads, but <vcpu> says ${vcpus}`, {
    help: 'sockets * dies * clusters * cores * threads must equal <vcpu>',
  });

export const cpuCacheInvalid = (at: Place, problem: string, help: string) =>
  error('cpu-cache-invalid', at, problem, { help });

export const cpuMigratableForeign = (at: Place) =>
  error('cpu-migratable-foreign', at, "only of the host's own CPU can something be left out to migrate", {
    help: "use mode='host-passthrough' or 'maximum', or remove migratable",
  });

export const cpuAddressInvalid = (at: Place, problem: string, help: string) =>
  error('cpu-maxphysaddr-invalid', at, problem, { help });
