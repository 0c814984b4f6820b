import type { PlannedChardev } from './chardev';
import type { Planned } from './planned';

export interface PlannedShmem extends Planned<'shmem'> {
  readonly back:
    /** The memory itself, as a file. */
    | { readonly type: 'file'; readonly id: string; readonly path: string; readonly size: number }
    /** Before QEMU 2.6 the device opens the memory by its name. */
    | { readonly type: 'name'; readonly name: string }
    | { readonly type: 'server'; readonly chardev: PlannedChardev };
}
