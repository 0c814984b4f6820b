import { CACHE_MODES, type DiskDriver } from '../model/disk';
import type { XmlElement } from './element';
import { parseScaledSize } from './scaled-size';
import { parseIothreadMappings, parseVirtioOptions } from './virtio';

/** `<driver>` of a disk, and the `<throttlefilters>` beside it. */
export function parseDiskDriver(disk: XmlElement): DiskDriver {
  return {
    ...parseEffects(disk),
    name: disk.text('driver/@name'),
    type: disk.text('driver/@type'),
    ioeventfd: disk.on('driver/@ioeventfd'),
    eventIdx: disk.on('driver/@event_idx'),
    iothread: disk.integer('driver/@iothread', { max: 0xffff_ffff }),
    iothreads: parseIothreadMappings(disk),
    queues: disk.integer('driver/@queues', { max: 0xffff_ffff }),
    queueSize: disk.integer('driver/@queue_size', { max: 0xffff_ffff }),
    virtio: parseVirtioOptions(disk),
    metadataCacheMax: parseScaledSize(disk, 'driver/metadata_cache/max_size', 1),
    throttleFilters: disk
      .children('throttlefilters/throttlefilter')
      .map((filter) => filter.required('@group')),
  };
}

/** What bears on how the image is read and written. */
function parseEffects(disk: XmlElement) {
  return {
    cache: disk.choice('driver/@cache', CACHE_MODES),
    io: disk.choice('driver/@io', ['native', 'threads', 'io_uring']),
    errorPolicy: disk.choice('driver/@error_policy', ['default', 'stop', 'report', 'ignore', 'enospace']),
    rerrorPolicy: disk.choice('driver/@rerror_policy', ['default', 'stop', 'report', 'ignore']),
    copyOnRead: disk.on('driver/@copy_on_read'),
    discard: disk.choice('driver/@discard', ['unmap', 'ignore']),
    detectZeroes: disk.choice('driver/@detect_zeroes', ['on', 'off', 'unmap']),
    discardNoUnref: disk.on('driver/@discard_no_unref'),
  };
}
