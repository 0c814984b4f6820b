import type { DeviceKind } from '../model/device';
import type { Place } from '../model/place';
import type { Part } from '../model/plan/part';

/** Kinds of buses, in the order in which a machine's own are listed; `machine` is for what plugs into none. */
export const BUS_KINDS = [
  'pci',
  'ccw',
  'virtio-mmio',
  'spapr-vio',
  'usb',
  'scsi',
  'ide',
  'nvme',
  'isa',
  'floppy',
  'virtio-serial',
  'ccid',
  'hda',
  'sd',
  'memory',
  'machine',
] as const;
export type BusKind = (typeof BUS_KINDS)[number];

export interface TopologyBus {
  /** QEMU's name, as `bus=` has it: pci.0, scsi0.0, usb.0. */
  readonly name: string;
  readonly kind: BusKind;
  /** PCI: the bus number that the firmware gives it; USB: counted from 1, as the guest's lsusb does; SCSI: the host. */
  readonly number?: number | undefined;
  /** PCI: the domain, where it is not 0. */
  readonly domain?: number | undefined;
  /** In the order of their addresses. */
  readonly devices: readonly TopologyDevice[];
}

export interface TopologyDevice {
  /** qdev id; absent for what is on the board and for what QEMU is given without one. */
  readonly id?: string | undefined;
  /** What the device is to the guest's owner: the kind of its element, a part of the guest, or a piece of the board. */
  readonly kind: DeviceKind | Part | 'board';
  /** QEMU's. */
  readonly driver: string;
  /** As the guest's own tools write it: `00:02.0`, `0:0:2:5`, `usb 1-2.3`, `sata 3`, `port 1`. */
  readonly address?: string | undefined;
  /** What a Linux guest shows in place of `address`, where that differs. */
  readonly guestAddress?: string | undefined;
  /** What a person knows it by: the source of a disk, the MAC of a card, the name of a channel. */
  readonly label?: string | undefined;
  /** The element that it comes from, or that called for it. */
  readonly at?: Place | undefined;
  /** Not written in the XML: the guest needs it, or its machine has it. */
  readonly implicit?: boolean | undefined;
  /** The buses that it carries. */
  readonly buses: readonly TopologyBus[];
}

/** What the guest finds: the buses of its machine, with all that is plugged into them. */
export interface Topology {
  /** The guest's name. */
  readonly name: string;
  /** The machine type. */
  readonly machine: string;
  /** The PCI root first, what plugs into no bus last. */
  readonly buses: readonly TopologyBus[];
}
