import type { VirtioLegacy } from '../virtio';
import type { BlockBackend } from './block-backend';
import type { IOMMUFD_ID } from './iommufd';
import type { Planned } from './planned';

/** A LUN of the host. */
export interface PlannedScsiLun {
  readonly type: 'scsi';
  readonly driver: 'scsi-block' | 'scsi-generic';
  readonly backend: BlockBackend;
  readonly shareRw?: boolean | undefined;
  /** libvirt gives it to a LUN as to any device that an s390x machine boots from. */
  readonly loadparm?: string | undefined;
}

/** A target of the host's kernel (LIO), served to the guest without QEMU in between. */
export interface PlannedVhostScsi {
  readonly type: 'vhost-scsi';
  readonly driver: string;
  readonly legacy?: VirtioLegacy | undefined;
  readonly wwpn: string;
  /** A descriptor of /dev/vhost-scsi that the caller hands over; undefined: QEMU opens it. */
  readonly vhostfd?: string | undefined;
}

export interface PlannedVfio {
  readonly type: 'vfio';
  readonly driver: 'vfio-pci' | 'vfio-pci-nohotplug';
  /** Which function it is: 0000:06:12.5. QEMU is told by one of `host`, `sysfsdev` and `fd`. */
  readonly address: string;
  readonly host?: string | undefined;
  /** Its folder, where QEMU cannot be told that address. */
  readonly sysfsdev?: string | undefined;
  /** The object that maps its memory; undefined: its group in /dev/vfio does. */
  readonly iommufd?: typeof IOMMUFD_ID | undefined;
  /** A descriptor of the node in /dev/vfio/devices that it has of its own, which the caller hands over. */
  readonly fd?: string | undefined;
  /** `-object acpi-generic-initiator`: the NUMA cells whose memory is its own. */
  readonly initiators: readonly { readonly id: string; readonly node: number }[];
  readonly failoverPairId?: string | undefined;
  readonly display?: 'on' | 'off' | undefined;
  readonly ramfb?: boolean | undefined;
  readonly rombar?: number | undefined;
  readonly romfile?: string | undefined;
}

/** A mediated device, by its folder in sysfs. */
export interface PlannedMdev {
  readonly type: 'mdev';
  readonly driver: 'vfio-pci' | 'vfio-pci-nohotplug' | 'vfio-ccw' | 'vfio-ap';
  readonly sysfsdev: string;
  readonly display?: 'on' | 'off' | undefined;
  readonly ramfb?: boolean | undefined;
  /** Of a channel device, to which s390x can boot. */
  readonly loadparm?: string | undefined;
}

export interface PlannedUsbHost {
  readonly type: 'usb-host';
  /** /dev/bus/usb/014/006; else by vendor and product. */
  readonly hostdevice?: string | undefined;
  readonly hostbus?: number | undefined;
  readonly hostaddr?: number | undefined;
  /** 1.2: the port of a hub at port 1 of the bus. */
  readonly hostport?: string | undefined;
  readonly vendorid?: number | undefined;
  readonly productid?: number | undefined;
  readonly guestReset?: boolean | undefined;
  readonly guestResetsAll?: boolean | undefined;
}

/** `<hostdev>`. */
export interface PlannedHostdev extends Planned<'hostdev'> {
  readonly passed: PlannedScsiLun | PlannedVhostScsi | PlannedVfio | PlannedMdev | PlannedUsbHost;
}
