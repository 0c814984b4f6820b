import type { MapModel } from '../map-model';
import { AMD_MODELS } from './amd';
import { INTEL_MODELS } from './intel';

/** The models that a guest may be given. A model comes after the one that it is like. */
export const MODELS: readonly MapModel[] = [...INTEL_MODELS, ...AMD_MODELS];
