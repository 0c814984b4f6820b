import type { CacheMode, DiskDevice, Iotune } from '../disk';
import type { StorageSource } from '../storage-source';

/** A source that QEMU itself opens: volumes are resolved, vhost-user disks have a -chardev instead. */
export type DirectSource = Exclude<StorageSource, { type: 'volume' | 'vhostuser' }>;

/** An object that a block back end refers to; it comes before the nodes on the command line. */
export type BackendObject =
  | {
      readonly type: 'secret';
      readonly id: string;
      readonly content:
        | { readonly from: 'file'; readonly file: string }
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
  | { readonly type: 'throttle-group'; readonly id: string; readonly iotune: Iotune };

/** A set of descriptors that the caller of QEMU opened: `-add-fd`. */
export interface FdSet {
  readonly set: number;
  readonly fd: number;
  readonly opaque: string;
}

/** BlockdevCacheOptions of QEMU's qapi/block-core.json. */
export interface CacheFlags {
  readonly direct: boolean;
  readonly noFlush: boolean;
}

/** One image of a chain as QEMU opens it: everything decided, spelled by the emitter. */
export interface PlannedImage {
  readonly source: DirectSource;
  /** QEMU's format driver; undefined: none is named, QEMU's protocol driver says all (vvfat). */
  readonly format?: string | undefined;
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
  readonly encryption?:
    | { readonly format: 'luks' | 'luks2' | 'luks-any' | 'aes'; readonly secrets: readonly string[] }
    | undefined;
  readonly auth?: { readonly user?: string | undefined; readonly secret: string } | undefined;
  readonly cookieSecret?: string | undefined;
  readonly tls?: { readonly credentials: string; readonly hostname?: string | undefined } | undefined;
  readonly prManager?: string | undefined;
  /** The socket of an nbdkit that serves this image. */
  readonly nbdkitSocket?: string | undefined;
  /** Descriptors instead of the path. */
  readonly fdSet?: number | undefined;
  readonly fdSets: readonly FdSet[];
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
  readonly image: PlannedImage;
  readonly filters: readonly BlockFilter[];
  /** The topmost node: the device's `drive=`. */
  readonly drive: string;
}

/** The back end as one -drive. */
export interface DriveBackend {
  readonly form: 'drive';
  /** Undefined: an empty drive. */
  readonly image?: PlannedImage | undefined;
  /** The drive's id: the device's `drive=`. */
  readonly drive: string;
  /** `sd`: the board's own card reader takes it, there is no -device. */
  readonly interface: { readonly type: 'none' } | { readonly type: 'sd'; readonly index: number };
  readonly readonly: boolean;
  readonly cache?: Exclude<CacheMode, 'default'> | undefined;
  readonly copyOnRead?: boolean | undefined;
  /** Written here and not on the device, which older releases do not allow. */
  readonly werror?: string | undefined;
  readonly rerror?: string | undefined;
  readonly serial?: string | undefined;
  readonly iotune?: Iotune | undefined;
}

/**
 * Everything behind a block device. `drive` is what the device's `drive=` property says in either form.
 * The error policies are on the -drive in form drive, on the -device in form blockdev.
 */
export type BlockBackend = BlockdevBackend | DriveBackend;

/** What a back end is for: it decides the protocol driver and what may be written. */
export type BackendUse = DiskDevice | 'hostdev';
