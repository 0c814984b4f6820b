import type { DeviceBase } from './device-base';
import type { Place } from './place';
import type { BackingImage, StorageSource } from './storage-source';
import type { IothreadMapping, VirtioModel, VirtioOptions } from './virtio';

export const DISK_DEVICES = ['disk', 'cdrom', 'floppy', 'lun'] as const;
export type DiskDevice = (typeof DISK_DEVICES)[number];
export const DISK_BUSES = [
  'ide',
  'sata',
  'scsi',
  'virtio',
  'usb',
  'fdc',
  'sd',
  'xen',
  'uml',
  'nvme',
] as const;
export type DiskBus = (typeof DISK_BUSES)[number];
export const CACHE_MODES = ['default', 'none', 'writethrough', 'writeback', 'directsync', 'unsafe'] as const;
export type CacheMode = (typeof CACHE_MODES)[number];
export type ErrorPolicy = 'default' | 'stop' | 'report' | 'ignore' | 'enospace';

/** `<driver>` of a disk. */
export interface DiskDriver {
  readonly name?: string | undefined;
  /** The image format: raw, qcow2, ... */
  readonly type?: string | undefined;
  readonly cache?: CacheMode | undefined;
  readonly io?: 'native' | 'threads' | 'io_uring' | undefined;
  readonly errorPolicy?: ErrorPolicy | undefined;
  readonly rerrorPolicy?: ErrorPolicy | undefined;
  readonly ioeventfd?: boolean | undefined;
  readonly eventIdx?: boolean | undefined;
  readonly copyOnRead?: boolean | undefined;
  readonly discard?: 'unmap' | 'ignore' | undefined;
  readonly detectZeroes?: 'on' | 'off' | 'unmap' | undefined;
  readonly discardNoUnref?: boolean | undefined;
  readonly iothread?: number | undefined;
  readonly iothreads?: readonly IothreadMapping[] | undefined;
  readonly queues?: number | undefined;
  readonly queueSize?: number | undefined;
  readonly virtio: VirtioOptions;
  /** `<metadata_cache><max_size>`, bytes. */
  readonly metadataCacheMax?: number | undefined;
  readonly throttleFilters: readonly string[];
  readonly statistics?: DiskStatistics | undefined;
}

/** `<statistics>` (libvirt 11.9): what is counted of a disk's requests while the guest runs. */
export interface DiskStatistics {
  /** Seconds of each window; undefined for none. */
  readonly intervals?: readonly number[] | undefined;
  /** `<latency-histogram>`: nanoseconds at which each bin starts; of all operations where none is named. */
  readonly histograms: readonly {
    readonly at: Place;
    readonly type?: 'read' | 'write' | 'zone' | 'flush' | undefined;
    readonly starts: readonly number[];
  }[];
}

/** `<iotune>`: bytes or operations a second, lengths in seconds. */
export interface Iotune {
  readonly totalBytesSec?: number | undefined;
  readonly readBytesSec?: number | undefined;
  readonly writeBytesSec?: number | undefined;
  readonly totalIopsSec?: number | undefined;
  readonly readIopsSec?: number | undefined;
  readonly writeIopsSec?: number | undefined;
  readonly totalBytesSecMax?: number | undefined;
  readonly readBytesSecMax?: number | undefined;
  readonly writeBytesSecMax?: number | undefined;
  readonly totalIopsSecMax?: number | undefined;
  readonly readIopsSecMax?: number | undefined;
  readonly writeIopsSecMax?: number | undefined;
  readonly totalBytesSecMaxLength?: number | undefined;
  readonly readBytesSecMaxLength?: number | undefined;
  readonly writeBytesSecMaxLength?: number | undefined;
  readonly totalIopsSecMaxLength?: number | undefined;
  readonly readIopsSecMaxLength?: number | undefined;
  readonly writeIopsSecMaxLength?: number | undefined;
  readonly sizeIopsSec?: number | undefined;
  readonly groupName?: string | undefined;
}

/** `<throttlegroup>`: limits that the throttle filters of several disks may share. */
export interface ThrottleGroup extends Iotune {
  readonly at: Place;
  readonly groupName: string;
}

/** What the BIOS says of a disk: cylinders, heads and sectors. */
export interface DiskGeometry {
  readonly cyls: number;
  readonly heads: number;
  readonly secs: number;
  readonly trans?: string | undefined;
}

/** `<disk>`. After the disk passes `bus` and `address` are filled in. */
export interface Disk extends DeviceBase {
  readonly kind: 'disk';
  readonly type: StorageSource['type'];
  readonly device: DiskDevice;
  readonly model?: VirtioModel | 'usb-storage' | 'usb-bot' | undefined;
  readonly rawio?: boolean | undefined;
  readonly sgio?: 'filtered' | 'unfiltered' | undefined;
  readonly snapshot?: string | undefined;
  readonly driver: DiskDriver;
  /** Undefined: an empty drive. */
  readonly source?: StorageSource | undefined;
  readonly backing?: BackingImage | 'none' | undefined;
  readonly target: {
    readonly dev: string;
    readonly bus?: DiskBus | undefined;
    readonly tray?: 'open' | 'closed' | undefined;
    readonly removable?: boolean | undefined;
    /** 1 means not rotating, else revolutions a minute. */
    readonly rotationRate?: number | undefined;
    readonly dpofua?: boolean | undefined;
  };
  readonly iotune?: Iotune | undefined;
  readonly blockio?:
    | {
        readonly logical?: number | undefined;
        readonly physical?: number | undefined;
        readonly discardGranularity?: number | undefined;
      }
    | undefined;
  readonly geometry?: DiskGeometry | undefined;
  readonly readonly: boolean;
  readonly shareable: boolean;
  readonly transient?: { readonly shareBacking: boolean } | undefined;
  readonly serial?: string | undefined;
  /** 16 hexadecimal digits. */
  readonly wwn?: string | undefined;
  readonly vendor?: string | undefined;
  readonly product?: string | undefined;
}
