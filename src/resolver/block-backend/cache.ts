import type { CacheMode } from '../../model/disk';
import type { CacheFlags } from '../../model/plan/block-backend';

/** QEMU's blockdev.c: what each `cache=` stands for in the block graph; the device's write-cache is the third part. */
const FLAGS: Readonly<Record<Exclude<CacheMode, 'default'>, CacheFlags>> = {
  none: { direct: true, noFlush: false },
  writethrough: { direct: false, noFlush: false },
  writeback: { direct: false, noFlush: false },
  directsync: { direct: true, noFlush: false },
  unsafe: { direct: false, noFlush: true },
};

export function cacheFlags(cache: CacheMode | undefined): CacheFlags | undefined {
  return cache === undefined || cache === 'default' ? undefined : FLAGS[cache];
}
