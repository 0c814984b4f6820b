import type { MapModel } from '../map-model';

/** Written by scripts/cpu-map.mjs from the CPU map of libvirt 11.3 (src/cpu_map). */

/** Models of AMD and Hygon, and those without a vendor that are like them, oldest first. */
export const AMD_MODELS: readonly MapModel[] = [
  {
    name: 'athlon',
    vendor: 'AuthenticAMD',
    like: 'pentium3',
    add: 'apic sse2 mmxext 3dnowext 3dnow',
    drop: 'mca',
  },
  {
    name: 'phenom',
    vendor: 'AuthenticAMD',
    like: 'cpu64-rhel5',
    add: 'monitor svm mmxext fxsr_opt 3dnowext 3dnow',
  },
  { name: 'Opteron_G1', vendor: 'AuthenticAMD', signatures: '15/6', like: 'cpu64-rhel5' },
  { name: 'Opteron_G2', vendor: 'AuthenticAMD', signatures: '15/6', like: 'cpu64-rhel6', add: 'svm rdtscp' },
  {
    name: 'Opteron_G3',
    vendor: 'AuthenticAMD',
    signatures: '15/6',
    like: 'Opteron_G2',
    add: 'popcnt abm sse4a misalignsse',
  },
  {
    name: 'Opteron_G4',
    vendor: 'AuthenticAMD',
    signatures: '21/1',
    like: 'Opteron_G3',
    add: 'pclmuldq ssse3 sse4.1 sse4.2 aes xsave avx 3dnowprefetch xop fma4 pdpe1gb',
  },
  { name: 'Opteron_G5', vendor: 'AuthenticAMD', signatures: '21/2', like: 'Opteron_G4', add: 'fma f16c tbm' },
  {
    name: 'EPYC',
    vendor: 'AuthenticAMD',
    signatures: '23/1',
    like: 'KnightsMill',
    add: 'smap clflushopt sha-ni xsavec xgetbv1 svm cr8legacy sse4a misalignsse osvw mmxext fxsr_opt',
    drop: 'x2apic tsc-deadline ss erms avx512f avx512pf avx512er avx512cd avx512-vpopcntdq avx512-4vnniw avx512-4fmaps',
  },
  { name: 'EPYC-IBPB', vendor: 'AuthenticAMD', signatures: '23/1', like: 'EPYC', add: 'ibpb' },
  {
    name: 'EPYC-Rome',
    vendor: 'AuthenticAMD',
    signatures: '23/49',
    like: 'EPYC-IBPB',
    add: 'clwb umip rdpid perfctr_core clzero xsaveerptr wbnoinvd amd-stibp npt nrip-save',
  },
  {
    name: 'EPYC-Milan',
    vendor: 'AuthenticAMD',
    signatures: '25/1',
    like: 'EPYC-Rome',
    add: 'pcid erms invpcid pku fsrm xsaves ibrs amd-ssbd svme-addr-chk',
  },
  {
    name: 'EPYC-Genoa',
    vendor: 'AuthenticAMD',
    signatures: '25/17',
    like: 'EPYC-Milan',
    add: 'avx512f avx512dq avx512ifma avx512cd avx512bw avx512vl avx512vbmi avx512vbmi2 gfni vaes vpclmulqdq avx512vnni avx512bitalg avx512-vpopcntdq la57 avx512-bf16 stibp-always-on amd-psfd vnmi no-nested-data-bp lfence-always-serializing null-sel-clr-base auto-ibrs',
  },
  {
    name: 'Dhyana',
    vendor: 'HygonGenuine',
    signatures: '24/0',
    like: 'EPYC-IBPB',
    drop: 'pclmuldq aes sha-ni',
  },
];
