import type { PlannedChardev } from './chardev';
import type { Planned } from './planned';

/** The guest's end of a character device, and the host's. */
export interface PlannedPort<K extends 'serial' | 'parallel' | 'console' | 'channel'> extends Planned<K> {
  readonly chardev: PlannedChardev;
  /**
   * A -device; a -serial that the board takes; or a TCP address that user networking forwards.
   */
  readonly front:
    | { readonly type: 'device'; readonly driver: string; readonly index?: number | undefined }
    | { readonly type: 'serial' }
    | { readonly type: 'guestfwd'; readonly to: string };
}
