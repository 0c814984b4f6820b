import type { PciAddress } from './address';
import type { DeviceBase } from './device-base';
import type { ScsiReference } from './scsi-reference';
import type { ScsiSet } from './scsi-set';
import type { NetworkSource } from './storage-source';
import type { VirtioModel } from './virtio';

/** `<adapter name='scsi_host0'/><address bus= target= unit=/>`: a LUN by its host adapter and place on it. */
export interface ScsiHostSource {
  readonly type: 'scsi-host';
  /** scsi_hostN. */
  readonly adapter: string;
  readonly bus: number;
  readonly target: number;
  /** As text: a LUN has up to 64 bits. */
  readonly unit: string;
}

/** A LUN named in one of the ways that libvirt does not know. */
export interface ScsiReferenceSource {
  readonly type: 'scsi-reference';
  readonly reference: ScsiReference;
}

export interface ScsiIscsiSource {
  readonly type: 'scsi-iscsi';
  readonly network: NetworkSource;
}

/** vhost-scsi: `<hostdev type='scsi_host'><source protocol='vhost' wwpn=/>`. */
export interface VhostScsiSource {
  readonly type: 'vhost-scsi';
  readonly protocol: 'vhost';
  readonly wwpn: string;
}

export interface PciHostSource {
  readonly type: 'pci';
  readonly address: PciAddress;
  readonly driver?: 'vfio' | 'kvm' | 'xen' | undefined;
  readonly driverModel?: string | undefined;
  /** `<driver iommufd=>`: through /dev/iommu; undefined: as the guest says for all. */
  readonly iommufd?: boolean | undefined;
  /** `<acpi nodeset=>`: NUMA cells of the guest whose memory is the device's own. */
  readonly nodes?: readonly number[] | undefined;
  readonly display?: boolean | undefined;
  readonly ramfb?: boolean | undefined;
  /** The passed-through half of a failover pair, by the alias of its virtio half. */
  readonly teaming?:
    | { readonly type?: 'persistent' | 'transient' | undefined; readonly persistent?: string | undefined }
    | undefined;
}

export interface UsbHostSource {
  readonly type: 'usb';
  readonly vendor?: number | undefined;
  readonly product?: number | undefined;
  readonly bus?: number | undefined;
  readonly device?: number | undefined;
  readonly startupPolicy?: string | undefined;
  /** The port path on the host, `1.2`. */
  readonly port?: string | undefined;
  readonly guestReset?: 'off' | 'uninitialized' | 'on' | undefined;
}

export const MDEV_MODELS = ['vfio-pci', 'vfio-ccw', 'vfio-ap'] as const;
export type MdevModel = (typeof MDEV_MODELS)[number];

/** A mediated device: a share of a device of the host, such as a GPU's. */
export interface MdevSource {
  readonly type: 'mdev';
  readonly model: MdevModel;
  readonly uuid: string;
  readonly display?: boolean | undefined;
  readonly ramfb?: boolean | undefined;
}

export type HostdevSource =
  | ScsiHostSource
  | ScsiReferenceSource
  | ScsiSet
  | ScsiIscsiSource
  | VhostScsiSource
  | PciHostSource
  | UsbHostSource
  | MdevSource;

/** `<hostdev mode='subsystem'>`. */
export interface Hostdev extends DeviceBase {
  readonly kind: 'hostdev';
  readonly managed?: boolean | undefined;
  readonly rawio?: boolean | undefined;
  readonly sgio?: 'filtered' | 'unfiltered' | undefined;
  /** Of a vhost-scsi one, and of the controller that is made for a set. */
  readonly model?: VirtioModel | undefined;
  readonly source: HostdevSource;
  readonly readonly: boolean;
  readonly shareable: boolean;
  readonly rom?:
    | {
        readonly bar?: boolean | undefined;
        readonly file?: string | undefined;
        readonly enabled?: boolean | undefined;
      }
    | undefined;
}
