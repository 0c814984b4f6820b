import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const addressInvalid = (at: Place, problem: string) =>
  error('address-invalid', at, problem, {
    help: 'correct the address, or remove it to have one chosen',
  });
