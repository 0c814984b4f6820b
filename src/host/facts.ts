import type { ScsiAdapter } from './contract/adapter';
import type { Listening, PciFunction, UsbDevice } from './contract/attached';
import type { BlockDevice, HostNode } from './contract/block';
import type { HugePagePool, KvmFacts, MemoryFacts, MemoryLockFacts } from './contract/capacity';
import type { ClockFacts, CpuFacts, HugePages, NumaFacts, ReportedCpus, SevFacts } from './contract/machine';
import type { ImageFacts } from './contract/image';
import type { HostNetwork, HostNetworkPort } from './contract/network';
import type { HostProgram, QemuBuild, VirtiofsdFacts } from './contract/program';
import type { ScsiDevice } from './contract/scsi';
import type { ScsiUse } from './contract/scsi-use';
import type { FirmwareFacts, StoragePool, VhostUserFacts } from './contract/service';
import type { QemuConf } from '../model/qemu-conf';

/**
 * What is known of the host, as one plain JSON value: read by host/probe, or from a file captured on another machine
 * (`--host FILE`, checked by host/snapshot/, described in docs/host.md). A part that is absent is not known: nothing
 * is checked against it. A part that is there answers for all it covers, so "not in the list" means "not on the host".
 *
 * Who uses what: `scsi`, `adapters`, `block` and `nodes` the SCSI passthrough and the host checks, always through the
 * lookups of host/scsi.ts and host/block.ts; `pools` the storage sources, through host/storage.ts; `networks` and
 * `networkPorts` the interfaces, through host/network.ts; `cpu`, `numa` and `hugepages` the CPU and memory passes;
 * `firmware` the firmware choice; `usb` and `pci` the devices that are passed through, and the checks; `bridges`,
 * `bridgeAcl`, `listening`, `memory`, `memoryLock`, `onlineCpus`, `hugepagePools`, `kvmState`, `images` and `programs`
 * the checks, for which alone they are read; the rest as each line says.
 */
export interface HostFacts {
  readonly schema: 1;
  /** What wrote the snapshot and where: for the reader only. */
  readonly hostname?: string | undefined;
  /** `uname -m` in libvirt's words: x86_64, aarch64, ... */
  readonly arch?: string | undefined;
  /** `paths`: `scsi` and `block` hold what one guest names, not all there is. Absent: the whole host. */
  readonly covers?: 'paths' | undefined;

  readonly scsi?: readonly ScsiDevice[] | undefined;
  readonly adapters?: readonly ScsiAdapter[] | undefined;
  readonly block?: readonly BlockDevice[] | undefined;
  /** Other paths that were looked at: files, character devices, sockets, and those that are not there. */
  readonly nodes?: readonly HostNode[] | undefined;
  /** Headers of the images that a guest names, and of those that these name. Not a list of all there are. */
  readonly images?: readonly ImageFacts[] | undefined;
  /** A wildcard for a described host: every adapter and every address on it has this sg node. */
  readonly anyScsi?: string | undefined;

  /** For a check alone: how the devices are used, and what a process needs to use them. */
  readonly scsiUse?: ScsiUse | undefined;

  readonly pools?: readonly StoragePool[] | undefined;
  readonly networks?: readonly HostNetwork[] | undefined;
  /** What a port of a network is plugged into, for sources written `NETWORK;PORT`. */
  readonly networkPorts?: readonly HostNetworkPort[] | undefined;
  /** Network interfaces that exist, by name: a tap among them is not created anew. */
  readonly interfaces?: readonly string[] | undefined;
  /** Those of them that are bridges of the kernel; one of Open vSwitch is not among them. */
  readonly bridges?: readonly string[] | undefined;
  /** What qemu-bridge-helper lets guests without rights of their own be plugged into: names, or `all`. */
  readonly bridgeAcl?: { readonly allow: readonly string[]; readonly deny: readonly string[] } | undefined;
  /** In this network namespace. */
  readonly listening?: Listening | undefined;
  readonly usb?: readonly UsbDevice[] | undefined;
  readonly pci?: readonly PciFunction[] | undefined;

  readonly cpu?: CpuFacts | undefined;
  /** Other host CPUs by name, for a guest that is converted as if it ran there. */
  readonly cpus?: Readonly<Record<string, CpuFacts>> | undefined;
  /** The host's processor by the version of the QEMU that was asked: 10.0.0. */
  readonly hostCpus?: Readonly<Record<string, ReportedCpus>> | undefined;
  /** QEMU versions whose aliases of machines (`pc`) are passed on: libvirt's own tests know no other names there. */
  readonly keepsMachineAliases?: readonly string[] | undefined;
  readonly numa?: NumaFacts | undefined;
  readonly memory?: MemoryFacts | undefined;
  readonly memoryLock?: MemoryLockFacts | undefined;
  /** Logical processors that this process may use. */
  readonly onlineCpus?: number | undefined;
  readonly hugepages?: readonly HugePages[] | undefined;
  readonly hugepagePools?: readonly HugePagePool[] | undefined;
  /** bytes. */
  readonly pageSize?: number | undefined;
  readonly kvm?: boolean | undefined;
  /** Versions of the interrupt controller that KVM gives an ARM guest here. */
  readonly gicVersions?: readonly number[] | undefined;
  readonly kvmState?: KvmFacts | undefined;
  readonly sev?: SevFacts | undefined;
  /** What the host's QEMUs have or lack beside the table of their release. */
  readonly qemuBuilds?: readonly QemuBuild[] | undefined;
  readonly clock?: ClockFacts | undefined;

  /** Emulators and what runs beside them, by name. */
  readonly programs?: readonly HostProgram[] | undefined;
  /** For folders that a virtiofsd serves; one that is not here is taken for the one in Rust. */
  readonly virtiofsd?: readonly VirtiofsdFacts[] | undefined;
  /** In the order of priority. */
  readonly firmware?: readonly FirmwareFacts[] | undefined;
  readonly vhostUser?: readonly VhostUserFacts[] | undefined;
  /** Secrets by uuid or usage that libvirt holds; `any`: all that are asked for. */
  readonly secrets?: 'any' | readonly string[] | undefined;
  /** The DRM render node that graphics get where the XML names none. */
  readonly renderNode?: string | undefined;
  /** The CID that an automatic vsock gets. */
  readonly vsockCid?: number | undefined;
  /** What libvirt's qemu.conf sets there; passwords need not be the real ones. */
  readonly qemuConf?: Partial<QemuConf> | undefined;
  readonly tpm?:
    { readonly socket?: string | undefined; readonly cancelPath?: string | undefined } | undefined;
}

/** Nothing is known: a preview for another machine. */
export const NO_FACTS: HostFacts = { schema: 1 };

/**
 * What a lookup answers: the thing, `absent` (the host is known and it is not there), or `unknown` (the host cannot
 * be read, or this part of it was not looked at).
 */
export type Lookup<T> = T | 'absent' | 'unknown';

export type { ScsiAdapter } from './contract/adapter';
export type { Listening, PciFunction, SocketOwner, UsbDevice } from './contract/attached';
export type { BlockDevice, BlockKind, DmType, HostNode, NodeKind } from './contract/block';
export type { HugePagePool, KvmFacts, MemoryFacts, MemoryLockFacts } from './contract/capacity';
export type {
  ClockFacts,
  CpuFacts,
  HugePages,
  NumaFacts,
  ReportedCpu,
  ReportedCpus,
  SevFacts,
} from './contract/machine';
export type { ImageFacts, ImageFormat, RecordedImage } from './contract/image';
export type { HostNetwork, HostNetworkPort } from './contract/network';
export type { Access, DeviceNode } from './contract/node';
export type { HostProgram, QemuBuild, VirtiofsdFacts } from './contract/program';
export type { Hctl, ScsiDevice } from './contract/scsi';
export type { OpenNode, ScsiUse, SgDriver, TapeLimit } from './contract/scsi-use';
export type { FirmwareFacts, FirmwareFile, StoragePool, Volume, VhostUserFacts } from './contract/service';
