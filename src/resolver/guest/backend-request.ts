import type { MemoryDevice } from '../../model/memory-device';

/** What a back end is for: the whole RAM, that of one cell, or a device. */
export interface BackendRequest {
  readonly id: string;
  /** bytes */
  readonly size: number;
  readonly cell?: number | undefined;
  readonly device?: MemoryDevice | undefined;
  /** All memory is taken at the start, by `-mem-prealloc`: nothing more is said of it. */
  readonly takenWithAll?: boolean | undefined;
}
