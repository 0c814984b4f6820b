import type { DeviceKind, DeviceOf } from '../device';
import type { Slot } from '../slot';

/** What every device of a plan has: its id and where it plugs in are decided, not optional. */
export interface Planned<K extends DeviceKind> {
  readonly kind: K;
  /** The device with all its defaults filled in. */
  readonly device: DeviceOf<K>;
  /** qdev id, as QEMU accepts it: starts with a letter, then letters, digits, `-._` (QEMU util/id.c). */
  readonly id: string;
  readonly slot: Slot;
  readonly bootindex?: number | undefined;
}
