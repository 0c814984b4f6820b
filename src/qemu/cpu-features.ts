import { FEATURES } from './cpu-map/features';
import { qemuFeature } from './cpu-map/feature-name';
import { namesCpuModels } from './cpu-models';
import type { Release } from './machines/family';
import { atLeast, releaseOf, type BinaryVersion } from './version';

/**
 * What `-cpu` switches on x86 beyond the features of libvirt's map: the boolean properties of max-x86_64-cpu
 * (qom-list-properties; QEMU target/i386/cpu.c).
 */
const OWN =
  'ace2 ace2-en amx-avx512 amx-bf16-alias amx-complex-alias amx-fp16-alias amx-fp8 amx-int8-alias amx-movrs ' +
  'amx-tf32 apx-nci-ndd-nf apxf avx10-vnni-int bhi-no cet-ibt cet-ss check cpuid-0xb enforce ffxsr ' +
  'fill-mtrr-mask fs-gs-base-ns full-cpuid-auto-level full-width-write gmet host-cache-info host-phys-bits ' +
  'hv-apicv hv-avic hv-crash hv-emsr-bitmap hv-enforce-cpuid hv-evmcs hv-frequencies hv-ipi hv-passthrough ' +
  'hv-reenlightenment hv-relaxed hv-reset hv-runtime hv-stimer hv-stimer-direct hv-syndbg hv-synic hv-time ' +
  'hv-tlbflush hv-tlbflush-direct hv-tlbflush-ext hv-vapic hv-vpindex hv-xmm-input i64 its-no kvm ' +
  'kvm-asyncpf kvm-asyncpf-int kvm-asyncpf-vmexit kvm-hint-dedicated kvm-mmu kvm-msi-ext-dest-id ' +
  'kvm-no-smi-migration kvm-nopiodelay kvm-poll-control kvm-pv-enforce-cpuid kvm-pv-eoi kvm-pv-ipi ' +
  'kvm-pv-sched-yield kvm-pv-tlb-flush kvm-pv-unhalt kvm-steal-time kvmclock kvmclock-stable-bit l3-cache ' +
  'legacy-cache legacy-multi-node lmce migratable movrs msr-imm pclmuldq phe phe-en pmm pmm-en pmu ' +
  'prefetchi realized sse3 sse4-1 sse4-2 start-powered-off tcg-cpuid tsa-l1-no tsa-sq-no verw-clear ' +
  'vmware-cpuid-freq vmx-entry-load-cet vmx-exit-save-cet vmx-mbec ' +
  'xcrypt xcrypt-en xd xen-vapic xstore xstore-en';

/** Features of libvirt's map that neither has by that name. */
const NEVER = new Set(
  'cmt cvt16 mbm-local mbm-total ospke osxsave pconfig vmx-ept-uc vmx-ept-wb vmx-invvpid-single-context'.split(
    ' ',
  ),
);

/**
 * What one release has and an earlier one does not: the lists of x86 of QEMU 2.5, 2.11, 4.2, 5.2, 6.2, 7.2, 8.2, 9.2, 10.0,
 * 10.1, 10.2 and 11.1 (qom-list-properties; `-cpu help` of the first two, and trying what it does not list), and for features of
 * processors those of 7.0, 7.1, 8.0, 8.1, 9.0 and 9.1 (libvirt's files of their capabilities). Where a distribution added some of
 * it to the earlier one, it is as old as that.
 */
const CAME: readonly (readonly [before: Release, first: Release, names: string])[] = [
  [
    '2.5',
    '2.11',
    'amd-no-ssb amd-ssbd arch-capabilities avx512-4fmaps avx512-4vnniw avx512-vpopcntdq avx512bitalg ' +
      'avx512bw avx512dq avx512ifma avx512vbmi avx512vbmi2 avx512vl avx512vnni fill-mtrr-mask gfni ' +
      'host-phys-bits hv-stimer hv-synic ibrs-all kvm-pv-tlb-flush l3-cache la57 mds-no pku ' +
      'pschange-mc-no rdctl-no rdpid rsba sha-ni skip-l1dfl-vmentry ssb-no taa-no tcg-cpuid umip vaes ' +
      'vmware-cpuid-freq vpclmulqdq wbnoinvd',
  ],
  [
    '2.11',
    '4.2',
    'amd-stibp avx512-bf16 cldemote clzero core-capability fsrm host-cache-info hv-evmcs ' +
      'hv-frequencies hv-ipi hv-passthrough hv-reenlightenment hv-stimer-direct hv-tlbflush intel-pt ' +
      'kvm-hint-dedicated kvm-poll-control kvm-pv-ipi kvm-pv-sched-yield legacy-cache movdir64b movdiri ' +
      'split-lock-detect stibp tsx-ctrl waitpkg xsaveerptr',
  ],
  [
    '4.2',
    '5.2',
    'avx512-vp2intersect full-width-write kvm-asyncpf-int serialize start-powered-off tsx-ldtrk',
  ],
  [
    '5.2',
    '6.2',
    'avic avx-vnni avx512-fp16 bus-lock-detect hv-apicv hv-avic hv-enforce-cpuid ibrs intel-pt-lip ' +
      'kvm-msi-ext-dest-id kvm-pv-enforce-cpuid pks sgx sgx-debug sgx-exinfo sgx-kss sgx-mode64 ' +
      'sgx-provisionkey sgx-tokenkey sgx1 sgx2 sgxlc svme-addr-chk v-vmsave-vmload vgif ' +
      'vmx-entry-load-pkrs vmx-exit-load-pkrs vmx-tsc-scaling',
  ],
  ['6.2', '7.0', 'amx-bf16 amx-int8 amx-tile xfd'],
  ['7.0', '7.1', 'arch-lbr'],
  ['6.2', '7.2', 'hv-emsr-bitmap hv-syndbg hv-tlbflush-direct hv-tlbflush-ext hv-xmm-input'],
  ['7.2', '8.0', 'fsrc fsrs fzrm sgx-aex-notify sgx-edeccssa'],
  [
    '8.0',
    '8.1',
    'amd-psfd amx-fp16 auto-ibrs avx-ifma avx-ne-convert avx-vnni-int8 cmpccxadd fb-clear fbsdp-no ' +
      'flush-l1d lfence-always-serializing mcdt-no no-nested-data-bp null-sel-clr-base pbrsb-no ' +
      'prefetchiti psdp-no sbdr-ssdp-no stibp-always-on vnmi',
  ],
  ['7.2', '8.2', 'ibpb-brtype sbpb srso-no srso-user-kernel-no xen-vapic'],
  ['8.1', '8.2', 'amx-complex gds-no vmx-any-errcode vmx-enable-user-wait-pause'],
  ['8.2', '9.0', 'kvm-asyncpf-vmexit'],
  [
    '9.0',
    '9.1',
    'avx-vnni-int16 fred lam lkgs overflow-recov rfds-clear rfds-no succor vmx-nested-exception ' + 'wrmsrns',
  ],
  ['8.2', '9.2', 'legacy-multi-node'],
  [
    '9.1',
    '9.2',
    'avx10 avx10-128 avx10-256 avx10-512 bhi-ctrl ddpd-u eraps fdp-excptn-only intel-psfd ipred-ctrl ' +
      'perfmon-v2 rrsba-ctrl sha512 sm3 sm4 vmx-entry-load-fred vmx-exit-secondary-ctls zero-fcs-fds',
  ],
  ['9.2', '10.0', 'bhi-no'],
  ['10.0', '10.1', 'fs-gs-base-ns its-no msr-imm prefetchi'],
  ['10.1', '10.2', 'tsa-l1-no tsa-sq-no verw-clear'],
  [
    '10.2',
    '11.1',
    'amx-avx512 amx-bf16-alias amx-complex-alias amx-fp16-alias amx-fp8 amx-int8-alias amx-movrs ' +
      'amx-tf32 apx-nci-ndd-nf apxf avx10-vnni-int cet-ibt cet-ss gmet movrs vmx-entry-load-cet ' +
      'vmx-exit-save-cet vmx-mbec',
  ],
];

/** The first release without them. */
const GONE: ReadonlyMap<string, Release> = new Map([
  ['kvm-no-smi-migration', '9.2'],
  ['full-cpuid-auto-level', '11.1'],
]);

/** The newest release whose switches are known. */
const NEWEST = '11.1';

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
 * Nothing is known of the names that releases before 4.2 alone may have had.
 */
export function cpuFeatureIn(version: BinaryVersion, arch: string, name: string): boolean | undefined {
  if (!namesCpuModels(arch) || INTERNAL.test(name)) return undefined;
  const release = releaseOf(version);
  const property = name.replaceAll('_', '-');
  const gone = GONE.get(property);
  if (gone !== undefined && atLeast(release, gone)) return false;
  if (cpuFeatureNames().has(property)) return isThere(release, property);
  return atLeast(release, NEWEST) ? afterNewest(release) : atLeast(release, '4.2') ? false : undefined;
}

/** What a release after the newest that is known has is anybody's guess. */
const afterNewest = ({ major, minor }: BinaryVersion) => (`${major}.${minor}` === NEWEST ? false : undefined);

/** Between the two nothing is known of when it came. */
function isThere(release: BinaryVersion, property: string): boolean | undefined {
  const came = cameWith(property);
  if (came === undefined || atLeast(release, came.first)) return true;
  const { major, minor } = release;
  return atLeast(release, came.before) && `${major}.${minor}` !== came.before ? undefined : false;
}

let arrivals: ReadonlyMap<string, { readonly before: Release; readonly first: Release }> | undefined;

function cameWith(property: string) {
  arrivals ??= new Map(
    CAME.flatMap(([before, first, of]) => of.split(' ').map((name) => [name, { before, first }] as const)),
  );
  return arrivals.get(property);
}
