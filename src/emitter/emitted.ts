import type { Subject } from '../model/plan/part';
import type { Arg } from './args';

/** An argument and what it is about. */
export interface Emitted {
  readonly arg: Arg;
  readonly subject: Subject;
}
