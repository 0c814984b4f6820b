import type { ChardevSource } from './chardev';
import type { SourceSeclabel } from './seclabel';
import type { Place } from './place';
import type { PciAddress } from './address';

/** `<secret type= uuid=|usage=>`. */
export interface SecretRef {
  readonly at: Place;
  readonly type?: string | undefined;
  readonly uuid?: string | undefined;
  readonly usage?: string | undefined;
}

/** `<auth username= ><secret/></auth>`. */
export interface Auth {
  readonly at: Place;
  readonly username?: string | undefined;
  readonly secret: SecretRef;
}

/** `<encryption format= engine=>`. */
export interface Encryption {
  readonly at: Place;
  readonly format: 'default' | 'qcow' | 'luks' | 'luks2' | 'luks-any';
  readonly engine?: 'qemu' | 'librbd' | undefined;
  readonly secrets: readonly SecretRef[];
  readonly cipher?:
    { name: string; size: number; mode?: string | undefined; hash?: string | undefined } | undefined;
  readonly ivgen?: { name: string; hash?: string | undefined } | undefined;
}

/** `<host name= port= transport= socket=>` of a network source. */
export interface SourceHost {
  readonly at: Place;
  readonly transport: 'tcp' | 'unix' | 'rdma';
  readonly name?: string | undefined;
  readonly port?: number | undefined;
  readonly socket?: string | undefined;
}

/** `<reservations managed=>`: SCSI persistent reservations through qemu-pr-helper. */
export interface Reservations {
  readonly at: Place;
  readonly managed: boolean;
  /** libvirt 12.1: whether they move with the guest to another host. */
  readonly migration?: boolean | undefined;
  /** The helper's socket, for unmanaged ones. */
  readonly path?: string | undefined;
}

/** `<slice type='storage' offset= size=>`, bytes. */
export interface Slice {
  readonly at: Place;
  readonly offset: number;
  readonly size: number;
}

export const NETWORK_PROTOCOLS = [
  'nbd',
  'rbd',
  'sheepdog',
  'gluster',
  'iscsi',
  'http',
  'https',
  'ftp',
  'ftps',
  'tftp',
  'vxhs',
  'nfs',
  'ssh',
] as const;
export type NetworkProtocol = (typeof NETWORK_PROTOCOLS)[number];

export interface SourceIdentity {
  readonly username?: string | undefined;
  readonly keyfile?: string | undefined;
  readonly agentsock?: string | undefined;
  readonly user?: string | undefined;
  readonly group?: string | undefined;
}

/** `<dataStore>`: the external data file of a qcow2 image. */
export interface DataStore {
  readonly at: Place;
  readonly format: string;
  readonly source: StorageSource;
}

interface SourceBase {
  readonly at: Place;
  /** `<source index=>`. */
  readonly index?: number | undefined;
  readonly startupPolicy?: 'mandatory' | 'requisite' | 'optional' | undefined;
  /** Absent: none. */
  readonly seclabels?: readonly SourceSeclabel[] | undefined;
  readonly auth?: Auth | undefined;
  readonly encryption?: Encryption | undefined;
  readonly reservations?: Reservations | undefined;
  readonly slice?: Slice | undefined;
  readonly fdGroup?: string | undefined;
  readonly dataStore?: DataStore | undefined;
}

export interface FileSource extends SourceBase {
  readonly type: 'file' | 'block' | 'dir';
  /** Absent for an empty drive. */
  readonly path?: string | undefined;
}

/** A block source may also be given as a volume of a pool: resolved through HostFacts. */
export interface VolumeSource extends SourceBase {
  readonly type: 'volume';
  readonly pool?: string | undefined;
  readonly volume?: string | undefined;
  readonly mode?: 'host' | 'direct' | undefined;
}

export interface NetworkSource extends SourceBase {
  readonly type: 'network';
  readonly protocol: NetworkProtocol;
  readonly name?: string | undefined;
  readonly query?: string | undefined;
  readonly hosts: readonly SourceHost[];
  readonly tls?: boolean | undefined;
  readonly tlsHostname?: string | undefined;
  readonly snapshot?: string | undefined;
  readonly config?: string | undefined;
  /** iSCSI: `<initiator><iqn name=/></initiator>`. */
  readonly initiator?: string | undefined;
  /** bytes. */
  readonly readahead?: number | undefined;
  /** seconds. */
  readonly timeout?: number | undefined;
  readonly sslVerify?: boolean | undefined;
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
  /** seconds. */
  readonly reconnectDelay?: number | undefined;
  readonly knownHosts?: string | undefined;
  /** ssh: username, keyfile, agentsock; nfs: user and group. */
  readonly identity?: SourceIdentity | undefined;
}

export interface NvmeSource extends SourceBase {
  readonly type: 'nvme';
  readonly managed?: boolean | undefined;
  readonly namespace: number;
  readonly pci: PciAddress;
}

export interface VhostUserSource extends SourceBase {
  readonly type: 'vhostuser';
  readonly chardev: ChardevSource;
}

export interface VhostVdpaSource extends SourceBase {
  readonly type: 'vhostvdpa';
  readonly path: string;
}

/** `<source>` of a disk, by the disk's type. */
export type StorageSource =
  FileSource | VolumeSource | NetworkSource | NvmeSource | VhostUserSource | VhostVdpaSource;

/** One image of a chain: a source, its format, and the image it is based on. */
export interface BackingImage {
  readonly at: Place;
  readonly format?: string | undefined;
  readonly source: StorageSource;
  readonly metadataCacheMax?: number | undefined;
  /** `'none'`: the chain ends here by `<backingStore/>`; undefined: the XML does not say. */
  readonly backing?: BackingImage | 'none' | undefined;
}

/** Formats that record the image below (QEMU block/, supports_backing): what says that there is none has to be told, too. */
export const WITH_BACKING: ReadonlySet<string> = new Set(['cow', 'qcow', 'qcow2', 'qed', 'vmdk']);
