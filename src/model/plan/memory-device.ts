import type { PlannedMemoryBackend } from './memory';
import type { Planned } from './planned';

export interface PlannedMemoryDevice extends Planned<'memory'> {
  readonly backend: PlannedMemoryBackend;
  /** Absent: -machine itself names the back end. */
  readonly front?:
    | {
        readonly driver: string;
        readonly node?: number | undefined;
        /** bytes */
        readonly labelSize?: number | undefined;
        readonly blockSize?: number | undefined;
        readonly requestedSize?: number | undefined;
        readonly uuid?: string | undefined;
        /** The guest is told that what it writes is lost. */
        readonly unarmed?: boolean | undefined;
        readonly prealloc?: boolean | undefined;
        readonly memaddr?: number | undefined;
        readonly dynamicMemslots?: boolean | undefined;
      }
    | undefined;
}
