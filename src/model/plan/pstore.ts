import type { Planned } from './planned';

export interface PlannedPstore extends Planned<'pstore'> {
  readonly path: string;
}
