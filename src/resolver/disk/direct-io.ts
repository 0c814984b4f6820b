import type { Disk, DiskDriver } from '../../model/disk';
import type { Context } from '../context';
import type { DiskDriverChoice } from './driver';

/** Cache modes that QEMU opens a file with O_DIRECT for (block.c bdrv_parse_cache_mode). */
const DIRECT: ReadonlySet<DiskDriver['cache']> = new Set(['none', 'directsync']);

/**
 * The settings of the back end. A character device has no O_DIRECT (Linux fs/open.c do_dentry_open), so that QEMU does
 * not open an sg node with a cache mode past the page cache, nor with the native AIO that rests on one.
 */
export function backendSettings(
  { driver, target, at }: Disk,
  choice: DiskDriverChoice | undefined,
  { decide }: Context,
): DiskDriver {
  if (!DIRECT.has(driver.cache) || choice?.scsi !== 'scsi-generic' || choice.node === undefined)
    return driver;
  const native = driver.io === 'native';
  decide({
    subject: target.dev,
    value: `without cache='${driver.cache}'${native ? " and io='native'" : ''}`,
    reason: 'an sg node is opened by no cache mode: what scsi-generic sends goes past the page cache anyway',
    at: at.of('driver/@cache'),
  });
  return { ...driver, cache: undefined, io: native ? undefined : driver.io };
}
