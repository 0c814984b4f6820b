import type { Planned } from './planned';

export interface PlannedMemballoon extends Planned<'memballoon'> {
  readonly driver: string;
}
