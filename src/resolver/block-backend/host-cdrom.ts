import { blockByPath } from '../../host/block';
import type { DirectSource } from '../../model/plan/block-backend';
import type { Context } from '../context';
import type { BackendRequest } from './request';

/** Names that Linux gives to CD-ROM drives. */
const CDROM_NAME = /^\/dev\/(sr\d+|scd\d+|cdrom\d*|dvd\d*|cdrw\d*|dvdrw\d*)$/;

/** Whether a CD-ROM shows the disc in a drive of the host, which has its own driver in QEMU. */
export function isHostCdrom(request: BackendRequest, source: DirectSource, context: Context): boolean {
  if (request.use !== 'cdrom' || source.type !== 'block' || source.path === undefined) return false;
  const device = blockByPath(context.host, source.path);
  if (typeof device === 'object') return device.kind === 'rom';
  return device === 'unknown' && context.profile.checksHost && CDROM_NAME.test(source.path);
}
