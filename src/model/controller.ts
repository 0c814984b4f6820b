import type { DeviceBase } from './device-base';
import type { ScsiSet } from './scsi-set';
import type { IothreadMapping, VirtioOptions } from './virtio';

export const CONTROLLER_TYPES = [
  'ide',
  'fdc',
  'scsi',
  'sata',
  'virtio-serial',
  'ccid',
  'usb',
  'pci',
  'nvme',
  'xenbus',
  'isa',
] as const;
export type ControllerType = (typeof CONTROLLER_TYPES)[number];

/** libvirt's names; `auto` stands for the machine's default. */
export const SCSI_MODELS = [
  'auto',
  'lsilogic',
  'ncr53c90',
  'am53c974',
  'dc390',
  'buslogic',
  'lsisas1068',
  'lsisas1078',
  'ibmvscsi',
  'vmpvscsi',
  'virtio-scsi',
  'virtio-transitional',
  'virtio-non-transitional',
] as const;
export type ScsiModel = (typeof SCSI_MODELS)[number];

export const PCI_MODELS = [
  'pci-root',
  'pcie-root',
  'pci-bridge',
  'dmi-to-pci-bridge',
  'pcie-root-port',
  'pcie-switch-upstream-port',
  'pcie-switch-downstream-port',
  'pci-expander-bus',
  'pcie-expander-bus',
  'pcie-to-pci-bridge',
] as const;
export type PciModel = (typeof PCI_MODELS)[number];

/** Where a PCI Express device is plugged in: one each, with a chassis and a port number. */
export const PCIE_PORTS: readonly string[] = ['pcie-root-port', 'pcie-switch-downstream-port'];

export const USB_MODELS = [
  'piix3-uhci',
  'piix4-uhci',
  'ehci',
  'ich9-ehci1',
  'ich9-uhci1',
  'ich9-uhci2',
  'ich9-uhci3',
  'vt82c686b-uhci',
  'pci-ohci',
  'nec-xhci',
  'qusb1',
  'qusb2',
  'qemu-xhci',
  'none',
] as const;
export type UsbModel = (typeof USB_MODELS)[number];

export const VIRTIO_SERIAL_MODELS = ['virtio', 'virtio-transitional', 'virtio-non-transitional'] as const;
export const IDE_MODELS = ['piix3', 'piix4', 'ich6'] as const;

/** `<controller type='pci'>`: what belongs to PCI alone. */
export interface PciOptions {
  /** `<model name=>`: the QEMU device, e.g. pcie-root-port or ioh3420. */
  readonly modelName?: string | undefined;
  readonly chassisNr?: number | undefined;
  readonly chassis?: number | undefined;
  readonly port?: number | undefined;
  readonly busNr?: number | undefined;
  readonly index?: number | undefined;
  readonly hotplug?: boolean | undefined;
  /** KiB */
  readonly memReserve?: number | undefined;
  /** `<node>`: the NUMA node of an expander bus. */
  readonly numaNode?: number | undefined;
  /** `<pcihole64>`, KiB. */
  readonly pcihole64?: number | undefined;
}

/** `<controller>`. After the implicit-device passes `index` and `model` are filled in. */
export interface Controller extends DeviceBase {
  readonly kind: 'controller';
  readonly type: ControllerType;
  readonly index?: number | undefined;
  /** As written; which names are allowed depends on the type (see the lists above). */
  readonly model?: string | undefined;
  readonly ports?: number | undefined;
  readonly vectors?: number | undefined;
  /** `<serial>` of an NVMe one, which its namespaces share. */
  readonly serial?: string | undefined;
  /** USB: `<master startport=>` of a companion controller. */
  readonly masterStartPort?: number | undefined;
  /** `<source>` of a SCSI one: the adapter of the host whose LUNs it holds, and what is said of each of them. */
  readonly source?: ScsiSet | undefined;
  readonly lunReadonly?: boolean | undefined;
  readonly lunShareable?: boolean | undefined;
  readonly driver: {
    readonly queues?: number | undefined;
    readonly cmdPerLun?: number | undefined;
    readonly maxSectors?: number | undefined;
    readonly ioeventfd?: boolean | undefined;
    readonly iothread?: number | undefined;
    readonly iothreads?: readonly IothreadMapping[] | undefined;
    readonly virtio: VirtioOptions;
  };
  readonly pci: PciOptions;
}
