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
  /** Parameters of the sg driver. Absent: not known, or it is not loaded. */
  readonly sgDriver?: SgDriver | undefined;
  /** Of the tapes of which something says how large a request may be. Absent: there is no tape. */
  readonly tapeLimits?: readonly TapeLimit[] | undefined;
}

export interface SgDriver {
  /** scatter_elem_sz: the pieces into which it copies a request. */
  readonly elementKb: number;
  /** def_reserved_size: the buffer that it keeps for each opener. */
  readonly reservedKb: number;
  /** allow_dio: it may take the memory of the opener in place of a copy. */
  readonly direct: boolean;
}

export interface TapeLimit {
  readonly hctl: string;
  readonly maxKb: number;
  /** What says so: the tape, or disks of the same adapter, of which its driver mostly takes the same. */
  readonly from: 'tape' | 'disks';
}

export interface OpenNode {
  readonly path: string;
  readonly pid: number;
  /** As the kernel has it, 15 characters: qemu-system-x86. */
  readonly command: string;
}
