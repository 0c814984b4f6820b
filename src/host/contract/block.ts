import type { Access, DeviceNode } from './node';

/** `disk`: a SCSI or ATA disk; `other`: a kind that no rule asks about. */
export type BlockKind =
  | 'disk'
  | 'rom'
  | 'partition'
  | 'dm'
  | 'md'
  | 'loop'
  | 'nvme'
  | 'virtio'
  | 'nbd'
  | 'rbd'
  | 'floppy'
  | 'ram'
  | 'other';

/** By the prefix of the device mapper uuid: mpath-, LVM-, CRYPT-, partN-. */
export type DmType = 'multipath' | 'lvm' | 'crypt' | 'partition' | 'other';

/** A block device: a folder of /sys/class/block. Only multipath maps and disks of the kinds disk and rom take SCSI. */
export interface BlockDevice extends DeviceNode {
  readonly kind: BlockKind;
  /** major:minor. */
  readonly dev: string;
  /** bytes. */
  readonly size: number;
  readonly logicalBlockSize?: number | undefined;
  readonly physicalBlockSize?: number | undefined;
  readonly readOnly: boolean;
  readonly removable?: boolean | undefined;
  readonly rotational?: boolean | undefined;
  /** The largest request the host's queue takes, KiB. */
  readonly maxSectorsKb?: number | undefined;
  readonly maxSegments?: number | undefined;
  /** Whether it takes discards (queue/discard_max_bytes). Absent: not known. */
  readonly discards?: boolean | undefined;
  /** Of a partition: the whole disk, /dev/sda. */
  readonly partitionOf?: string | undefined;
  /** Of a SCSI disk: its H:C:T:L as in `scsi`. */
  readonly hctl?: string | undefined;
  readonly dm?: { readonly name: string; readonly uuid: string; readonly type: DmType } | undefined;
  /** Of a loop device. */
  readonly backingFile?: string | undefined;
  /** What it is made of (dm, md): /dev/sda, /dev/sdb. */
  readonly slaves: readonly string[];
  /** What is made of it: /dev/dm-0. */
  readonly holders: readonly string[];
  /** Where it is mounted on the host. */
  readonly mounts: readonly string[];
  /** The host swaps to it. */
  readonly swap: boolean;
  /** Somebody has it for himself alone (O_EXCL), as a ZFS pool has: asked in a check alone, and where nothing above says it. */
  readonly held?: boolean | undefined;
}

export type NodeKind =
  'file' | 'directory' | 'character' | 'block' | 'socket' | 'fifo' | 'absent' | 'unreadable';

/** A path that is no block device of `block`. */
export interface HostNode {
  readonly path: string;
  readonly kind: NodeKind;
  /** Where it leads, if it is a link. */
  readonly target?: string | undefined;
  /** bytes, of a file. */
  readonly size?: number | undefined;
  readonly access?: Access | undefined;
  /** Of a file that holds a secret: its last byte is a newline. */
  readonly endsInNewline?: boolean | undefined;
}
