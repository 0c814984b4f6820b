/** What this user may do with a node by its mode, its ACL and the device cgroup. Never found out by writing. */
export type Access = 'read-write' | 'read-only' | 'none';

/** A device node and the links that lead to it. */
export interface DeviceNode {
  /** The kernel's own name: /dev/sda, /dev/sg3. */
  readonly path: string;
  /** Every link below /dev, sorted: /dev/disk/by-id/wwn-0x..., /dev/mapper/mpatha, /dev/tape/by-id/... */
  readonly links: readonly string[];
  /** Absent: not checked. */
  readonly access?: Access | undefined;
}
