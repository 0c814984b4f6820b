import type { DiskGeometry } from '../disk';
import type { Slot } from '../slot';
import type { VirtioLegacy, VirtioOptions } from '../virtio';
import type { BlockBackend } from './block-backend';
import type { PlannedChardev } from './chardev';
import type { Planned } from './planned';

/** What virtio-blk takes and no other disk device. */
export interface VirtioBlk {
  readonly options: VirtioOptions;
  /** `disable-legacy` and `disable-modern`, where the variants have no device of their own. */
  readonly legacy?: VirtioLegacy | undefined;
  /** The newest virtio that a channel device speaks: 0 is the one before 1.0. */
  readonly maxRevision?: number | undefined;
  readonly iothread?: string | undefined;
  readonly ioeventfd?: boolean | undefined;
  readonly eventIdx?: boolean | undefined;
  /** SG_IO for the guest; undefined: this QEMU has no such property. */
  readonly scsi?: boolean | undefined;
  readonly queues?: number | undefined;
  readonly queueSize?: number | undefined;
  /** Threads and the queues each serves; an empty list of queues leaves the spread to QEMU. */
  readonly iothreadMapping?:
    readonly { readonly iothread: string; readonly queues: readonly number[] }[] | undefined;
}

/** The device that the guest sees; each property as QEMU names it, undefined where that driver does not take it. */
export interface DiskFrontend {
  readonly driver: string;
  /** A USB device with a SCSI bus of its own; the driver is then its only LUN. */
  readonly bridge?: 'usb-bot' | undefined;
  readonly virtio?: VirtioBlk | undefined;
  /** A floppy's drive: A is 0, B is 1. */
  readonly floppyUnit?: number | undefined;
  readonly deviceId?: string | undefined;
  readonly shareRw?: boolean | undefined;
  readonly loadparm?: string | undefined;
  readonly logicalBlockSize?: number | undefined;
  readonly physicalBlockSize?: number | undefined;
  readonly discardGranularity?: number | undefined;
  /** Hexadecimal digits, as the XML has them. */
  readonly wwn?: string | undefined;
  readonly rotationRate?: number | undefined;
  readonly vendor?: string | undefined;
  /** INQUIRY's product on SCSI. */
  readonly product?: string | undefined;
  /** IDENTIFY's model on IDE and SATA. */
  readonly model?: string | undefined;
  readonly removable?: boolean | undefined;
  readonly dpofua?: boolean | undefined;
  readonly writeCache?: boolean | undefined;
  readonly geometry?: DiskGeometry | undefined;
  readonly serial?: string | undefined;
  /** Lengths of the windows over which times of requests are counted, seconds. */
  readonly statsIntervals?: readonly number[] | undefined;
  /** Whether persistent reservations move with the guest. */
  readonly migratePr?: boolean | undefined;
  readonly werror?: string | undefined;
  readonly rerror?: string | undefined;
}

/** `<disk>`: what QEMU opens, and what the guest sees of it. */
export interface PlannedDisk extends Planned<'disk'> {
  readonly slot: Slot;
  /** Undefined for vhost-user: the other process has the image. */
  readonly backend?: BlockBackend | undefined;
  /** A vhost-user disk's socket. */
  readonly chardev?: PlannedChardev | undefined;
  /** Undefined where the -drive alone makes the device: SD cards, and floppies before -blockdev. */
  readonly frontend?: DiskFrontend | undefined;
}

/** The floppy controller, where the command line has to say something of it. */
export interface FloppyController {
  /** `global`: the machine has one, its properties are set; `device`: it has to be added. */
  readonly form: 'global' | 'device';
  readonly driveA?: string | undefined;
  readonly driveB?: string | undefined;
  readonly bootindexA?: number | undefined;
  readonly bootindexB?: number | undefined;
}
