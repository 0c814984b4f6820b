import type { VirtioLegacy } from '../virtio';
import type { Planned } from './planned';

export interface PlannedMemballoon extends Planned<'memballoon'> {
  readonly driver: string;
  readonly legacy?: VirtioLegacy | undefined;
}
