import type { KindResolver } from '../kind';
import { defaultDisk } from './defaults';
import { planDisk } from './plan';
import { validateDisk } from './validate';

export const disk: KindResolver<'disk'> = {
  defaults: defaultDisk,
  validate: validateDisk,
  plan: planDisk,
};
