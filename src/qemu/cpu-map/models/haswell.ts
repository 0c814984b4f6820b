import type { MapModel } from '../map-model';

/** Written by scripts/cpu-map.mjs from the CPU map of libvirt 12.9 (src/cpu_map). */

/** Models of Intel from Haswell on, oldest first. */
export const HASWELL_MODELS: readonly MapModel[] = [
  {
    name: 'Haswell-noTSX',
    vendor: 'GenuineIntel',
    signatures: '6/60 6/63 6/69 6/70',
    like: 'SandyBridge',
    add: 'fma pcid movbe fsgsbase bmi1 avx2 smep bmi2 erms invpcid',
  },
  {
    name: 'Haswell-noTSX-IBRS',
    vendor: 'GenuineIntel',
    signatures: '6/60 6/63 6/69 6/70',
    like: 'Haswell-noTSX',
    add: 'spec-ctrl',
  },
  {
    name: 'Haswell',
    vendor: 'GenuineIntel',
    signatures: '6/60 6/63 6/69 6/70',
    like: 'Haswell-noTSX',
    add: 'hle rtm',
  },
  {
    name: 'Haswell-IBRS',
    vendor: 'GenuineIntel',
    signatures: '6/60 6/63 6/69 6/70',
    like: 'Haswell',
    add: 'spec-ctrl',
  },
  {
    name: 'Haswell-v1',
    nearest: false,
    vendor: 'GenuineIntel',
    signatures: '6/60 6/63 6/69 6/70',
    like: 'Haswell',
  },
  {
    name: 'Haswell-v2',
    nearest: false,
    vendor: 'GenuineIntel',
    signatures: '6/60 6/63 6/69 6/70',
    like: 'Haswell-noTSX',
  },
  {
    name: 'Haswell-v3',
    nearest: false,
    vendor: 'GenuineIntel',
    signatures: '6/60 6/63 6/69 6/70',
    like: 'Haswell-IBRS',
  },
  {
    name: 'Haswell-v4',
    nearest: false,
    vendor: 'GenuineIntel',
    signatures: '6/60 6/63 6/69 6/70',
    like: 'Haswell-noTSX-IBRS',
  },
  {
    name: 'Broadwell-noTSX',
    vendor: 'GenuineIntel',
    signatures: '6/61 6/71 6/79 6/86',
    like: 'Haswell-noTSX',
    add: 'rdseed adx smap 3dnowprefetch',
  },
  {
    name: 'Broadwell-noTSX-IBRS',
    vendor: 'GenuineIntel',
    signatures: '6/61 6/71 6/79 6/86',
    like: 'Broadwell-noTSX',
    add: 'spec-ctrl',
  },
  {
    name: 'Broadwell',
    vendor: 'GenuineIntel',
    signatures: '6/61 6/71 6/79 6/86',
    like: 'Broadwell-noTSX',
    add: 'hle rtm',
  },
  {
    name: 'Broadwell-IBRS',
    vendor: 'GenuineIntel',
    signatures: '6/61 6/71 6/79 6/86',
    like: 'Broadwell',
    add: 'spec-ctrl',
  },
  {
    name: 'Broadwell-v1',
    nearest: false,
    vendor: 'GenuineIntel',
    signatures: '6/61 6/71 6/79 6/86',
    like: 'Broadwell',
  },
  {
    name: 'Broadwell-v2',
    nearest: false,
    vendor: 'GenuineIntel',
    signatures: '6/61 6/71 6/79 6/86',
    like: 'Broadwell-noTSX',
  },
  {
    name: 'Broadwell-v3',
    nearest: false,
    vendor: 'GenuineIntel',
    signatures: '6/61 6/71 6/79 6/86',
    like: 'Broadwell-IBRS',
  },
  {
    name: 'Broadwell-v4',
    nearest: false,
    vendor: 'GenuineIntel',
    signatures: '6/61 6/71 6/79 6/86',
    like: 'Broadwell-noTSX-IBRS',
  },
];
