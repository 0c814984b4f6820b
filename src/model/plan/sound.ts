import type { Codec } from '../sound';
import type { Planned } from './planned';

export interface PlannedSound extends Planned<'sound'> {
  readonly driver: string;
  /** The id of the audio back end. */
  readonly audiodev?: string | undefined;
  /** What hangs on an HD audio controller. */
  readonly codecs: readonly Codec[];
}
