/** How the host's devices are used, and what a process needs to use them: looked at for a check alone. */
export interface ScsiUse {
  /** The sg driver is there, without which no LUN has an sg node. */
  readonly sg: boolean;
  /** This user's processes have the capability CAP_SYS_RAWIO. */
  readonly rawio: boolean;
  /** multipath.conf sets a reservation_key. Absent: it could not be read. */
  readonly reservationKey?: boolean | undefined;
  /** WWPNs of the vhost-scsi targets of the kernel (LIO): naa.5001405f2e4a3c1d. Absent: its configfs could not be read. */
  readonly vhostTargets?: readonly string[] | undefined;
  /** Device nodes that QEMUs hold open. Absent: there are QEMUs into which this user may not look. */
  readonly opened?: readonly OpenNode[] | undefined;
}

export interface OpenNode {
  readonly path: string;
  readonly pid: number;
  /** As the kernel has it, 15 characters: qemu-system-x86. */
  readonly command: string;
}
