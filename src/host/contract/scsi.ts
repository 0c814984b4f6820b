import type { DeviceNode } from './node';

/** Where a LUN stands on this host; `[H:C:T:L]` of lsscsi. */
export interface Hctl {
  readonly host: number;
  /** libvirt's `bus`. */
  readonly channel: number;
  readonly target: number;
  /** Decimal, as in sysfs: a LUN has up to 64 bits. */
  readonly lun: string;
}

/** One logical unit that the kernel knows: a folder of /sys/bus/scsi/devices. */
export interface ScsiDevice {
  readonly hctl: Hctl;
  /** SPC peripheral device type: 0 disk, 1 tape, 5 CD/DVD, 8 changer, 13 enclosure, ... */
  readonly type: number;
  readonly vendor: string;
  readonly model: string;
  readonly revision: string;
  /** VPD page 0x80. */
  readonly serial?: string | undefined;
  /** naa.5000c500a1b2c3d4, eui..., t10...: page 0x83 as Linux puts it. */
  readonly wwid?: string | undefined;
  /** bytes; absent where the device has no medium or no size. */
  readonly size?: number | undefined;
  /** sd or sr. */
  readonly block?: DeviceNode | undefined;
  /** Absent where the sg module is not loaded. */
  readonly sg?: DeviceNode | undefined;
  /** st, the rewinding node. */
  readonly tape?: DeviceNode | undefined;
  /** sch, the changer driver's node. */
  readonly changer?: DeviceNode | undefined;
  /** The multipath map of which this is a path: /dev/mapper/mpatha. */
  readonly multipath?: string | undefined;
  /** As sysfs has it: running, offline, blocked, ... */
  readonly state?: string | undefined;
}
