import type { CacheMode, DiskDevice, DiskGeometry, Iotune } from '../disk';
import type { StorageSource } from '../storage-source';

/** A source that QEMU itself opens: volumes are resolved, vhost-user disks have a -chardev instead. */
export type DirectSource = Exclude<StorageSource, { type: 'volume' | 'vhostuser' }>;

/** An object that a block back end refers to; it comes before the nodes on the command line. */
export type BackendObject =
  | {
      readonly type: 'secret';
      readonly id: string;
      readonly content:
        | { readonly from: 'file'; readonly file: string; readonly format?: 'raw' | 'base64' | undefined }
        /** Encrypted with the daemon's master key. */
        | { readonly from: 'master-key'; readonly key: string; readonly data: string; readonly iv: string };
    }
  | {
      readonly type: 'tls-creds-x509';
      readonly id: string;
      readonly dir: string;
      readonly verifyPeer: boolean;
      /** The secret that decrypts the private key. */
      readonly passwordSecret?: string | undefined;
    }
  | { readonly type: 'pr-manager-helper'; readonly id: string; readonly path: string }
  | {
      readonly type: 'throttle-group';
      readonly id: string;
      readonly iotune: Iotune;
      /** A structure, which takes JSON, or properties of their own: `x-bps-total`. */
      readonly limits: 'structure' | 'properties';
    };

/** A set of descriptors that the caller of QEMU opened: `-add-fd`. */
export interface FdSet {
  readonly set: number;
  readonly fds: readonly { readonly fd: number; readonly opaque: string }[];
}

/** BlockdevCacheOptions of QEMU's qapi/block-core.json. */
export interface CacheFlags {
  readonly direct: boolean;
  readonly noFlush: boolean;
}

export interface PlannedEncryption {
  readonly format: 'luks' | 'luks2' | 'luks-any' | 'aes';
  /** Who decrypts: QEMU's format driver, or the Ceph client (several layers, the topmost first). */
  readonly engine: 'qemu' | 'librbd';
  readonly secrets: readonly string[];
}

/** One image of a chain as QEMU opens it: everything decided, spelled by the emitter. */
export interface PlannedImage {
  readonly source: DirectSource;
  /** QEMU's format driver. */
  readonly format: string;
  readonly readonly: boolean;
  /** A host CD-ROM drive: `host_cdrom`, not `host_device`. */
  readonly hostCdrom: boolean;
  /** Node names; a raw image without a slice has no format node. */
  readonly nodes: {
    readonly storage: string;
    readonly slice?: string | undefined;
    readonly format?: string | undefined;
  };
  readonly cache?: CacheFlags | undefined;
  readonly aio?: 'native' | 'threads' | 'io_uring' | undefined;
  readonly discard?: 'unmap' | 'ignore' | undefined;
  readonly detectZeroes?: 'on' | 'off' | 'unmap' | undefined;
  readonly discardNoUnref?: boolean | undefined;
  /** qcow2: bytes. */
  readonly metadataCacheMax?: number | undefined;
  /** vvfat as a floppy, and whether the guest may write into the folder. */
  readonly vvfat?: { readonly floppy: boolean; readonly rw: boolean } | undefined;
  /** The id of the secret object, and how the format uses it. */
  readonly encryption?: PlannedEncryption | undefined;
  readonly auth?: { readonly user?: string | undefined; readonly secret: string } | undefined;
  readonly cookieSecret?: string | undefined;
  readonly tls?:
    { readonly credentials?: string | undefined; readonly hostname?: string | undefined } | undefined;
  readonly prManager?: string | undefined;
  /** The socket of an nbdkit that serves this image. */
  readonly nbdkitSocket?: string | undefined;
  /** Descriptors instead of the path. */
  readonly fdSet?: FdSet | undefined;
  /** Whether the protocol node is opened for reading only while a format node is above it; undefined: as needed. */
  readonly storageReadonly?: boolean | undefined;
  readonly objects: readonly BackendObject[];
  readonly dataFile?: PlannedImage | undefined;
  readonly backing?: PlannedImage | 'none' | undefined;
}

/** A filter node on top of the chain, bottom first. */
export type BlockFilter =
  | { readonly type: 'copy-on-read'; readonly node: string; readonly discard: 'unmap' | 'ignore' }
  | { readonly type: 'throttle'; readonly node: string; readonly group: string };

/** The back end as a graph of -blockdev nodes. */
export interface BlockdevBackend {
  readonly form: 'blockdev';
  /** What no single image owns: throttle groups made for this disk. */
  readonly objects: readonly BackendObject[];
  readonly image: PlannedImage;
  readonly filters: readonly BlockFilter[];
  /** The topmost node: the device's `drive=`. */
  readonly drive: string;
}

/**
 * How a -drive names what it opens: `url`, a file name or URL wherever that can say it, as libvirt does for QEMU before
 * 4.2; `properties`, the protocol driver's own properties (`file.driver=nbd,...`) for all but local files.
 */
export type SourceSpelling = 'url' | 'properties';

/** The back end as one -drive. */
export interface DriveBackend {
  readonly form: 'drive';
  readonly use: BackendUse;
  /** Undefined: an empty drive. */
  readonly image?: PlannedImage | undefined;
  /** The drive's id: the device's `drive=`. */
  readonly drive: string;
  readonly spelling: SourceSpelling;
  /** `sd`, `pflash`: the board's own card reader or flash takes it, there is no -device. */
  readonly interface:
    | { readonly type: 'none' }
    | { readonly type: 'sd'; readonly index: number }
    | { readonly type: 'pflash'; readonly unit: number };
  readonly readonly: boolean;
  readonly cache?: Exclude<CacheMode, 'default'> | undefined;
  readonly copyOnRead?: boolean | undefined;
  /** Set: written here and not on the device. */
  readonly werror?: string | undefined;
  readonly rerror?: string | undefined;
  /** Changes are thrown away when QEMU ends. */
  readonly snapshot?: boolean | undefined;
  readonly serial?: string | undefined;
  readonly iotune?: { readonly limits: Iotune; readonly names: IotuneNames } | undefined;
  /** Where the device cannot say it: QEMU before 1.2. */
  readonly geometry?: DiskGeometry | undefined;
}

/** `throttling.bps-total`, or QEMU's first names: `bps`. */
export type IotuneNames = 'throttling' | 'short';

/**
 * Everything behind a block device. `drive` is what the device's `drive=` property says in either form. The device
 * writes the error policies, unless the back end does.
 */
export type BlockBackend = BlockdevBackend | DriveBackend;

/** What a back end is for: it decides the protocol driver and what may be written. */
export type BackendUse = DiskDevice | 'hostdev';
