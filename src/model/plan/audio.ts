import type { Planned } from './planned';

export interface PlannedAudio extends Planned<'audio'> {
  /** QEMU's name of the back end. */
  readonly driver: string;
}
