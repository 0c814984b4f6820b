import { FEATURES } from './cpu-map/features';
import { qemuFeature } from './cpu-map/feature-name';
import { namesCpuModels } from './cpu-models';
import { atLeast, releaseOf, type BinaryVersion } from './version';

/**
 * What `-cpu` switches on x86 beyond the features of libvirt's map: the boolean properties of max-x86_64-cpu in 7.2 and
 * 10.0 (qom-list-properties; QEMU target/i386/cpu.c).
 */
const OWN =
  'ace2 ace2-en bhi-no check cpuid-0xb enforce ffxsr fill-mtrr-mask full-cpuid-auto-level full-width-write ' +
  'host-cache-info host-phys-bits hv-apicv hv-avic hv-crash hv-emsr-bitmap hv-enforce-cpuid hv-evmcs hv-frequencies ' +
  'hv-ipi hv-passthrough hv-reenlightenment hv-relaxed hv-reset hv-runtime hv-stimer hv-stimer-direct hv-syndbg ' +
  'hv-synic hv-time hv-tlbflush hv-tlbflush-direct hv-tlbflush-ext hv-vapic hv-vpindex hv-xmm-input i64 kvm ' +
  'kvm-asyncpf kvm-asyncpf-int kvm-asyncpf-vmexit kvm-hint-dedicated kvm-mmu kvm-msi-ext-dest-id ' +
  'kvm-no-smi-migration kvm-nopiodelay kvm-poll-control kvm-pv-enforce-cpuid kvm-pv-eoi kvm-pv-ipi ' +
  'kvm-pv-sched-yield kvm-pv-tlb-flush kvm-pv-unhalt kvm-steal-time kvmclock kvmclock-stable-bit l3-cache ' +
  'legacy-cache legacy-multi-node lmce migratable pclmuldq phe phe-en pmm pmm-en pmu realized sse3 sse4-1 sse4-2 ' +
  'start-powered-off tcg-cpuid vmware-cpuid-freq vmx-invept-single-context-noglobals xcrypt xcrypt-en xd xen-vapic ' +
  'xstore xstore-en';

/** Features of libvirt's map that neither has by that name. */
const NEVER = new Set(
  (
    'cmt cvt16 mbm-local mbm-total ospke osxsave pconfig vmx-ept-uc vmx-ept-wb vmx-invvpid-single-context ' +
    'vmx-invvpid-single-context-noglobals'
  ).split(' '),
);

/** What 10.0 has and 7.2 does not. */
const AFTER_7_2 = new Set(
  (
    'amd-psfd amx-complex amx-fp16 auto-ibrs avx-ifma avx-ne-convert avx-vnni-int16 avx-vnni-int8 avx10 avx10-128 ' +
    'avx10-256 avx10-512 bhi-ctrl bhi-no cmpccxadd ddpd-u eraps fb-clear fbsdp-no fdp-excptn-only flush-l1d fred fsrc ' +
    'fsrs fzrm gds-no ibpb-brtype intel-psfd ipred-ctrl kvm-asyncpf-vmexit lam legacy-multi-node ' +
    'lfence-always-serializing lkgs mcdt-no no-nested-data-bp null-sel-clr-base overflow-recov pbrsb-no perfmon-v2 ' +
    'prefetchiti psdp-no rfds-clear rfds-no rrsba-ctrl sbdr-ssdp-no sbpb sgx-aex-notify sgx-edeccssa sha512 sm3 sm4 ' +
    'srso-no srso-user-kernel-no stibp-always-on succor vmx-any-errcode vmx-enable-user-wait-pause ' +
    'vmx-entry-load-fred vmx-exit-secondary-ctls vmx-nested-exception vnmi wrmsrns xen-vapic zero-fcs-fds'
  ).split(' '),
);

/** Properties for QEMU's own use come and go. */
const INTERNAL = /^x-/;

let names: ReadonlySet<string> | undefined;

/** QEMU's names of all that `-cpu` switches on x86 in some release, for suggestions too. */
export function cpuFeatureNames(): ReadonlySet<string> {
  return (names ??= new Set(
    [...FEATURES.split(' ').map(qemuFeature), ...OWN.split(' ')].filter((name) => !NEVER.has(name)),
  ));
}

/**
 * Whether `-cpu` of that release has a switch of that name, `_` being `-` as QEMU reads it; undefined: not known here.
 * Nothing is known of the names that releases before 6.2 alone may have had.
 */
export function cpuFeatureIn(version: BinaryVersion, arch: string, name: string): boolean | undefined {
  if (!namesCpuModels(arch) || INTERNAL.test(name)) return undefined;
  const release = releaseOf(version);
  const property = name.replaceAll('_', '-');
  if (cpuFeatureNames().has(property)) return !AFTER_7_2.has(property) || later(release);
  return atLeast(release, '10.1') || !atLeast(release, '6.2') ? undefined : false;
}

/** Between the two nothing is known of when each came. */
function later(release: BinaryVersion): boolean | undefined {
  if (atLeast(release, '10.0')) return true;
  return atLeast(release, '8.0') ? undefined : false;
}
