import type { MemoryDevice } from '../../model/memory-device';

/** What a back end is for: the whole RAM, that of one cell, or a device. */
export interface BackendRequest {
  readonly id: string;
  /** bytes */
  readonly size: number;
  readonly cell?: number | undefined;
  readonly device?: MemoryDevice | undefined;
}
