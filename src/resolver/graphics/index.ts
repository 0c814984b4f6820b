import type { KindResolver } from '../kind';
import { planGraphics } from './plan';
import { validateGraphics } from './validate';

export const graphics: KindResolver<'graphics'> = { validate: validateGraphics, plan: planGraphics };
