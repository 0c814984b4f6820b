import { CACHE_MODES, type DiskDriver, type DiskStatistics } from '../model/disk';
import { UINT } from '../model/number';
import type { XmlElement } from './element';
import { parseScaledSize } from './scaled-size';
import { parseDriverOptions, parseIothreadMappings } from './virtio';

const IO_MODES = ['native', 'threads', 'io_uring'] as const;
const ERROR_POLICIES = ['default', 'stop', 'report', 'ignore', 'enospace'] as const;
const READ_ERROR_POLICIES = ['default', 'stop', 'report', 'ignore'] as const;
const DISCARDS = ['unmap', 'ignore'] as const;
const ZERO_DETECTIONS = ['on', 'off', 'unmap'] as const;

/** `<driver>` of a disk, and the `<throttlefilters>` beside it. */
export function parseDiskDriver(disk: XmlElement): DiskDriver {
  const driver = disk.child('driver');
  return {
    cache: driver?.choice('@cache', CACHE_MODES),
    io: driver?.choice('@io', IO_MODES),
    errorPolicy: driver?.choice('@error_policy', ERROR_POLICIES),
    rerrorPolicy: driver?.choice('@rerror_policy', READ_ERROR_POLICIES),
    copyOnRead: driver?.on('@copy_on_read'),
    discard: driver?.choice('@discard', DISCARDS),
    detectZeroes: driver?.choice('@detect_zeroes', ZERO_DETECTIONS),
    discardNoUnref: driver?.on('@discard_no_unref'),
    name: driver?.text('@name'),
    type: driver?.textOrEmpty('@type'),
    ioeventfd: driver?.on('@ioeventfd'),
    eventIdx: driver?.on('@event_idx'),
    iothread: driver?.integer('@iothread', { max: UINT }),
    iothreads: parseIothreadMappings(driver),
    queues: driver?.integer('@queues', { max: UINT }) || undefined, // 0 is QEMU's choice
    queueSize: driver?.integer('@queue_size', { max: UINT }) || undefined,
    virtio: parseDriverOptions(driver),
    metadataCacheMax: driver && parseScaledSize(driver, 'metadata_cache/max_size', 1),
    throttleFilters: disk
      .children('throttlefilters/throttlefilter')
      .map((filter) => filter.required('@group')),
    statistics: parseStatistics(driver),
  };
}

const OPERATIONS = ['read', 'write', 'zone', 'flush'] as const;

function parseStatistics(driver: XmlElement | undefined): DiskStatistics | undefined {
  if (driver?.has('statistics') !== true) return undefined;
  const intervals = driver
    .children('statistics/statistic')
    .map(
      (statistic) => (statistic.required('@interval'), statistic.integer('@interval', { min: 1, max: UINT })),
    )
    .filter((interval) => interval !== undefined);
  return {
    intervals: intervals.length === 0 ? undefined : intervals,
    histograms: driver.children('statistics/latency-histogram').map((histogram) => ({
      at: histogram.at,
      type: histogram.choice('@type', OPERATIONS),
      starts: histogram.children('bin').map((bin) => (bin.required('@start'), bin.integer('@start') ?? 0)),
    })),
  };
}
