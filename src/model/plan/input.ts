import type { VirtioLegacy } from '../virtio';
import type { Planned } from './planned';

export interface PlannedInput extends Planned<'input'> {
  /** A -device, or the object that takes the host's input device away from it. */
  readonly driver:
    | { readonly device: string; readonly legacy?: VirtioLegacy | undefined }
    | { readonly object: 'input-linux' };
  /** The host's device that is passed through. */
  readonly evdev?: string | undefined;
}
