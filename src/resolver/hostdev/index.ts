import type { KindResolver } from '../kind';
import { planHostdev } from './plan';
import { validateHostdev } from './validate';

export const hostdev: KindResolver<'hostdev'> = { validate: validateHostdev, plan: planHostdev };
