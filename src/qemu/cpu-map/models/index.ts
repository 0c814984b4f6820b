import type { MapModel } from '../map-model';
import { AMD_MODELS } from './amd';
import { HASWELL_MODELS } from './haswell';
import { ICELAKE_MODELS } from './icelake';
import { INTEL_MODELS } from './intel';
import { RAPIDS_MODELS } from './rapids';
import { SKYLAKE_MODELS } from './skylake';

/** The models that a guest may be given by name. A model comes after the one that it is like. */
export const MODELS: readonly MapModel[] = [
  ...INTEL_MODELS,
  ...HASWELL_MODELS,
  ...SKYLAKE_MODELS,
  ...ICELAKE_MODELS,
  ...RAPIDS_MODELS,
  ...AMD_MODELS,
];
