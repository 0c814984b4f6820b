import type { BlockBackend } from '../model/plan/block-backend';
import type { Arg } from './args';

/** The objects and the -blockdev nodes or the -drive of a block device, in the order in which QEMU needs them. */
export function emitBlockBackend(backend: BlockBackend | undefined): Arg[] {
  return backend === undefined ? [] : [];
}
