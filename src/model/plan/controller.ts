import type { ControllerType } from '../controller';
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
  readonly maxPorts?: number | undefined;
  readonly vectors?: number | undefined;
}

export interface PlannedPlainController extends PlannedBase<'sata' | 'ccid'> {
  readonly driver: string;
}

/** Its arguments are those of the HBA (see the scsi family). */
export interface PlannedScsiController extends PlannedBase<'scsi'> {
  readonly hba: ScsiHba;
}

/** On the board: no argument. */
export interface PlannedOnBoard extends PlannedBase<'ide' | 'fdc' | 'isa' | 'xenbus' | 'nvme'> {
  readonly type: 'ide' | 'fdc' | 'isa' | 'xenbus' | 'nvme';
}

export type PlannedController =
  | PlannedPciController
  | PlannedUsbController
  | PlannedVirtioSerial
  | PlannedPlainController
  | PlannedScsiController
  | PlannedOnBoard;
