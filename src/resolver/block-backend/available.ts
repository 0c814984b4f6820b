import { blockByPath, nodeByPath } from '../../host/block';
import { scsiDeviceByNode } from '../../host/scsi';
import { poolByName, volumeByName } from '../../host/storage';
import type { StorageSource } from '../../model/storage-source';
import type { Context } from '../context';

/** Whether a guest is to start without a source that is not there: `startupPolicy='optional'` (libvirt src/qemu/qemu_domain.c). */
export function isLeftOut(source: StorageSource | undefined, context: Context): boolean {
  return source?.startupPolicy === 'optional' && isAbsent(source, context);
}

/** Known to be absent; what cannot be looked at is taken at its word. */
function isAbsent(source: StorageSource, { host }: Context): boolean {
  if (source.type === 'volume') {
    const pool = poolByName(host, source.pool ?? '');
    if (pool === 'unknown') return false;
    return pool === 'absent' || !pool.active || volumeByName(pool, source.volume ?? '') === undefined;
  }
  if (source.type !== 'file' && source.type !== 'block') return false;
  const path = source.path ?? '';
  if (blockByPath(host, path) !== 'absent' || typeof scsiDeviceByNode(host, path) === 'object') return false;
  // A snapshot of a whole host lists no path that is not there.
  return typeof nodeByPath(host, path) !== 'object';
}
