import type { PlannedChardev } from './chardev';
import type { VirtioLegacy } from '../virtio';
import type { Planned } from './planned';

export interface PlannedRng extends Planned<'rng'> {
  readonly driver: string;
  readonly legacy?: VirtioLegacy | undefined;
  readonly objectId: string;
  readonly backend:
    | { readonly type: 'rng-random'; readonly filename: string }
    | { readonly type: 'rng-egd'; readonly chardev: PlannedChardev }
    | { readonly type: 'rng-builtin' };
}
