import { CACHE_MODES, type DiskDriver } from '../model/disk';
import type { XmlElement } from './element';
import { parseScaledSize } from './scaled-size';
import { parseIothreadMappings, parseVirtioOptions } from './virtio';

const IO_MODES = ['native', 'threads', 'io_uring'] as const;
const ERROR_POLICIES = ['default', 'stop', 'report', 'ignore', 'enospace'] as const;
const READ_ERROR_POLICIES = ['default', 'stop', 'report', 'ignore'] as const;
const DISCARDS = ['unmap', 'ignore'] as const;
const ZERO_DETECTIONS = ['on', 'off', 'unmap'] as const;

/** `<driver>` of a disk, and the `<throttlefilters>` beside it. */
export function parseDiskDriver(disk: XmlElement): DiskDriver {
  return {
    cache: disk.choice('driver/@cache', CACHE_MODES),
    io: disk.choice('driver/@io', IO_MODES),
    errorPolicy: disk.choice('driver/@error_policy', ERROR_POLICIES),
    rerrorPolicy: disk.choice('driver/@rerror_policy', READ_ERROR_POLICIES),
    copyOnRead: disk.on('driver/@copy_on_read'),
    discard: disk.choice('driver/@discard', DISCARDS),
    detectZeroes: disk.choice('driver/@detect_zeroes', ZERO_DETECTIONS),
    discardNoUnref: disk.on('driver/@discard_no_unref'),
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
