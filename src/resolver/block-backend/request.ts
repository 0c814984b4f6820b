import type { DiskDriver, DiskGeometry, Iotune } from '../../model/disk';
import type { Place } from '../../model/place';
import type { BackendUse } from '../../model/plan/block-backend';
import type { BackingImage, StorageSource } from '../../model/storage-source';

/** What the owner of a block back end (a disk, a SCSI host device) asks for. */
export interface BackendRequest {
  readonly at: Place;
  /** The owner's alias: the -drive's id and the objects' ids are made of it. */
  readonly alias: string;
  readonly use: BackendUse;
  /** See block-nodes.ts. */
  readonly firstNode: number;
  /** The first number for a set of descriptors; see block-nodes.ts. */
  readonly firstFdSet?: number | undefined;
  /** libvirt's folder for the guest's sockets, where it has one. */
  readonly guestFolder?: string | undefined;
  /** The disk's target name, which names the copy-on-read node. */
  readonly target?: string | undefined;
  /** Undefined: an empty drive. */
  readonly source?: StorageSource | undefined;
  readonly format?: string | undefined;
  /** The tray is open: a -drive has no medium in it. */
  readonly trayOpen?: boolean | undefined;
  readonly backing?: BackingImage | 'none' | undefined;
  readonly readonly: boolean;
  readonly shareable: boolean;
  readonly transient?: { readonly shareBacking: boolean } | undefined;
  readonly driver?: Partial<DiskDriver> | undefined;
  readonly iotune?: Iotune | undefined;
  /** Undefined unless a -drive is to have it instead of the device. */
  readonly geometry?: DiskGeometry | undefined;
  /** As QEMU spells them; undefined unless a -drive is to have them instead of the device. */
  readonly werror?: string | undefined;
  readonly rerror?: string | undefined;
  /** For the board's own SD card reader: its index. Always a -drive. */
  readonly sdIndex?: number | undefined;
  readonly serial?: string | undefined;
  /** For the board's firmware: which of its two flash chips. */
  readonly flash?: FlashPlace | undefined;
}

export interface FlashPlace {
  readonly unit: 0 | 1;
  /** A raw image has a format node nevertheless. */
  readonly formatNode: boolean;
}
