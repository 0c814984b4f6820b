import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const shmemInvalid = (at: Place, problem: string, instead: string) =>
  error('shmem-invalid', at, `this shared memory cannot be: ${problem}`, { help: `use ${instead}` });
