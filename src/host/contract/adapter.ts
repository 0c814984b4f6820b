/** A SCSI host of the kernel: a folder of /sys/class/scsi_host. */
export interface ScsiAdapter {
  /** N of scsi_hostN. It changes with the order of discovery; an iSCSI session gets a new one at each login. */
  readonly host: number;
  /** proc_name: virtio_scsi, ahci, qla2xxx, iscsi_tcp. */
  readonly driver: string;
  /** `<parentaddr unique_id=>` of libvirt. */
  readonly uniqueId?: number | undefined;
  /** The PCI function it belongs to: 0000:00:1f.2. */
  readonly pciParent?: string | undefined;
  /** The most segments of memory that one request may have (sg_tablesize). */
  readonly sgTablesize?: number | undefined;
  readonly fc?: FcHost | undefined;
  /** One of a software initiator; an offloading adapter may have several. */
  readonly iscsi?: readonly IscsiSession[] | undefined;
}

/** A port of a fibre channel adapter, physical or NPIV. WWNs are 16 lower case hexadecimal digits without 0x. */
interface FcHost {
  readonly wwnn: string;
  readonly wwpn: string;
  /** Online, Linkdown, ... */
  readonly portState?: string | undefined;
  readonly fabric?: string | undefined;
  /** Absent: this port cannot have virtual ones. */
  readonly vports?: { readonly max: number; readonly inUse: number } | undefined;
  /** Of a virtual port: N of the scsi_hostN that it was made on. */
  readonly vportParent?: number | undefined;
}

interface IscsiSession {
  readonly session: number;
  /** The IQN of the target. */
  readonly target: string;
  /** 192.0.2.7:3260,1 - address, port and portal group. */
  readonly portal?: string | undefined;
  readonly initiator?: string | undefined;
}
