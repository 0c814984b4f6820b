import type { BlockBackend } from '../../model/plan/block-backend';
import type { Arg } from '../args';
import { emitBlockdev } from './blockdev';
import { emitDrive } from './drive';

/** The objects and the -blockdev nodes or the -drive of a block device, in the order in which QEMU needs them. */
export function emitBlockBackend(backend: BlockBackend | undefined): Arg[] {
  if (backend === undefined) return [];
  return backend.form === 'drive' ? emitDrive(backend) : emitBlockdev(backend);
}
