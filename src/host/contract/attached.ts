import type { Access } from './node';

/** A USB device: a folder of /sys/bus/usb/devices; root hubs are left out. */
export interface UsbDevice {
  readonly bus: number;
  readonly device: number;
  /** Four lower case hexadecimal digits: 046d. */
  readonly vendor: string;
  readonly product: string;
  /** The ports on the way from the root hub: 1.4. */
  readonly port: string;
  /** As it calls itself. */
  readonly name?: string | undefined;
  /** What this user may do with its node, /dev/bus/usb/001/005. Absent: there is none here, as in a container. */
  readonly access?: Access | undefined;
}

/** A PCI function: a folder of /sys/bus/pci/devices. */
export interface PciFunction {
  /** 0000:03:00.0. */
  readonly address: string;
  /** Six lower case hexadecimal digits: class, subclass, interface; 030000 is a VGA controller. */
  readonly class: string;
  /** Four lower case hexadecimal digits: 8086. */
  readonly vendor: string;
  readonly device: string;
  /** Absent: none has it. */
  readonly driver?: string | undefined;
  /** Absent: the host has no IOMMU, or it is off. */
  readonly iommuGroup?: number | undefined;
}

export interface SocketOwner {
  readonly pid: number;
  /** As the kernel has it, 15 characters. */
  readonly command: string;
}

/** What waits for connections. */
export interface Listening {
  readonly tcp: readonly {
    /** 0.0.0.0, ::1, ... */
    readonly address: string;
    readonly port: number;
    /** Looked for in a check alone. Absent: this user may not look into the process, or it is of another container. */
    readonly owner?: SocketOwner | undefined;
  }[];
  /** Paths of unix sockets. */
  readonly unix: readonly string[];
}
