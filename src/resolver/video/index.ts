import type { KindResolver } from '../kind';
import { videoDefaults } from './defaults';
import { planVideo } from './plan';
import { validateVideo } from './validate';

export const video: KindResolver<'video'> = {
  defaults: videoDefaults,
  validate: validateVideo,
  plan: planVideo,
};
