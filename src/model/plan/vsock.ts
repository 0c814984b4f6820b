import type { VirtioLegacy } from '../virtio';
import type { Planned } from './planned';

export interface PlannedVsock extends Planned<'vsock'> {
  readonly driver: string;
  readonly legacy?: VirtioLegacy | undefined;
  readonly guestCid: number;
  /** A descriptor of /dev/vhost-vsock that the caller opens. */
  readonly vhostfd?: string | undefined;
}
