import type { KindResolver } from '../kind';
import { mdevDefaults } from './mdev';
import { planHostdev } from './plan';
import { validateHostdev } from './validate';

export const hostdev: KindResolver<'hostdev'> = {
  defaults: (device, _guest, context) => mdevDefaults(device, context),
  validate: validateHostdev,
  plan: planHostdev,
};
