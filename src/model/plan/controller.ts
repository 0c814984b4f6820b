import type { ControllerType } from '../controller';
import type { VirtioLegacy } from '../virtio';
import type { Planned } from './planned';
import type { ScsiHba } from './scsi-controller';

interface PlannedBase<T extends ControllerType> extends Planned<'controller'> {
  readonly type: T;
}

/** A bridge, port or expander bus; roots are on the board. */
export interface PlannedPciController extends PlannedBase<'pci'> {
  readonly driver: string;
  /** Absent for what QEMU's device does not have. */
  readonly chassisNr?: number | undefined;
  readonly chassis?: number | undefined;
  readonly port?: number | undefined;
  readonly busNr?: number | undefined;
  readonly index?: number | undefined;
  readonly numaNode?: number | undefined;
  readonly hotplug?: boolean | undefined;
  /** bytes */
  readonly memReserve?: number | undefined;
}

export interface PlannedUsbController extends PlannedBase<'usb'> {
  readonly driver: string;
  /** xHCI: how many ports of either speed. */
  readonly ports?: number | undefined;
  /** A companion: the bus whose slow devices it takes, and from which port on. */
  readonly master?: { readonly bus: string; readonly firstPort: number } | undefined;
}

export interface PlannedVirtioSerial extends PlannedBase<'virtio-serial'> {
  readonly driver: string;
  readonly legacy?: VirtioLegacy | undefined;
  readonly maxPorts?: number | undefined;
  readonly vectors?: number | undefined;
}

export interface PlannedPlainController extends PlannedBase<'sata' | 'ccid'> {
  readonly driver: string;
}

/** A PCI device whose namespaces are the disks. */
export interface PlannedNvmeController extends PlannedBase<'nvme'> {
  readonly driver: 'nvme';
  readonly serial: string;
  /** With that of the administrator. */
  readonly queues?: number | undefined;
}

/** Its arguments are those of the HBA (see the scsi family). */
export interface PlannedScsiController extends PlannedBase<'scsi'> {
  readonly hba: ScsiHba;
}

/** The machine's first PCI bus: on the board, but what it is like can be said. */
export interface PlannedPciRoot extends Planned<'controller'> {
  readonly type: 'pci-root';
  /** `<pcihole64>`, KiB, and the QOM type of the host bridge that has it. */
  readonly hole64?: { readonly host: string; readonly size: number } | undefined;
  readonly acpiHotplug?: boolean | undefined;
}

/** On the board: no argument. */
export interface PlannedOnBoard extends PlannedBase<'ide' | 'fdc' | 'isa' | 'xenbus'> {
  readonly type: 'ide' | 'fdc' | 'isa' | 'xenbus';
}

export type PlannedController =
  | PlannedPciRoot
  | PlannedPciController
  | PlannedUsbController
  | PlannedVirtioSerial
  | PlannedPlainController
  | PlannedNvmeController
  | PlannedScsiController
  | PlannedOnBoard;
