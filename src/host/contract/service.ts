/** A storage pool as libvirt would know it: what `<source pool= volume=>` of a disk refers to. */
export interface StoragePool {
  /** The name that `<source pool=>` has. */
  readonly name: string;
  /** dir, fs, netfs, disk, logical, iscsi, scsi, rbd, gluster, zfs, ... */
  readonly type: string;
  /** A volume of an inactive pool cannot be used. */
  readonly active: boolean;
  readonly targetPath?: string | undefined;
  readonly source?: PoolSource | undefined;
  readonly volumes: readonly Volume[];
  /**
   * A wildcard for a described host: where a volume is that `volumes` does not list. `{name}` stands for its name; a
   * name written `TYPE+NAME` gives the type, `{type}`, else that is block. Example: /some/{type}/device/{name}.
   */
  readonly anyVolume?: string | undefined;
}

interface PoolSource {
  readonly hosts?: readonly { readonly name: string; readonly port?: number | undefined }[] | undefined;
  /** /dev/sda, or the target of an iSCSI pool. */
  readonly device?: string | undefined;
  readonly format?: string | undefined;
  readonly dir?: string | undefined;
  /** The name within rbd, gluster, logical. */
  readonly name?: string | undefined;
  readonly initiator?: string | undefined;
  readonly auth?: PoolAuth | undefined;
}

interface PoolAuth {
  readonly type: 'chap' | 'ceph';
  readonly username: string;
  readonly secretUuid?: string | undefined;
  readonly secretUsage?: string | undefined;
}

export interface Volume {
  readonly name: string;
  readonly type: 'file' | 'block' | 'dir' | 'network' | 'netdir' | 'ploop';
  readonly path: string;
  readonly format?: string | undefined;
}

export interface FirmwareFile {
  readonly filename: string;
  readonly format: string;
}

/** A firmware of the host, as a descriptor of QEMU's firmware.json describes it. */
export interface FirmwareFacts {
  /** The descriptor. */
  readonly path: string;
  readonly interfaces: readonly string[];
  readonly device: 'flash' | 'kernel' | 'memory';
  /** Of a flash device. */
  readonly mode?: 'split' | 'combined' | 'stateless' | undefined;
  readonly executable: FirmwareFile;
  readonly nvramTemplate?: FirmwareFile | undefined;
  /** Of firmware in memory that keeps its variables by a device of QEMU's: where they start from. */
  readonly varstoreTemplate?: string | undefined;
  readonly targets: readonly { readonly arch: string; readonly machines: readonly string[] }[];
  readonly features: readonly string[];
}

/** A vhost-user back end program, as a descriptor of QEMU's vhost-user.json describes it. */
export interface VhostUserFacts {
  readonly path: string;
  readonly type: string;
  readonly binary: string;
  /** What it said to --print-capabilities. */
  readonly features: readonly string[];
}
