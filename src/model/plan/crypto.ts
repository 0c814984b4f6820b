import type { VirtioLegacy } from '../virtio';
import type { Planned } from './planned';

export interface PlannedCrypto extends Planned<'crypto'> {
  readonly driver: string;
  readonly legacy?: VirtioLegacy | undefined;
  readonly backend: { readonly type: string; readonly id: string };
}
