import { hex } from '../../model/number';
import type { BusKind, Topology, TopologyBus, TopologyDevice } from '../../topology';

/** What a line or a box of the drawing is about; it decides the color. */
export type OutlineGroup = 'guest' | 'bus' | 'board' | 'bridge' | 'storage' | 'network' | 'other';

/** The tree in the words of people, the same for every form that is drawn. */
export interface OutlineNode {
  readonly group: OutlineGroup;
  /** What leads: the address of a device, the name of a bus. */
  readonly title: string;
  /** What follows on the same line, in this order. */
  readonly words: readonly string[];
  /** A name of the owner's, which may be long. */
  readonly label?: string | undefined;
  readonly line?: number | undefined;
  /** qdev id. */
  readonly id?: string | undefined;
  readonly children: readonly OutlineNode[];
}

const BUS_TITLES: Readonly<Record<BusKind, string>> = {
  pci: 'PCI bus',
  ccw: 'channel subsystem',
  'virtio-mmio': 'virtio over MMIO',
  'spapr-vio': 'VIO bus',
  usb: 'USB bus',
  scsi: 'SCSI host',
  ide: 'IDE bus',
  nvme: 'NVMe namespaces',
  isa: 'ISA bus',
  floppy: 'floppy bus',
  'virtio-serial': 'virtio serial bus',
  ccid: 'card reader slots',
  hda: 'HD audio bus',
  sd: 'SD bus',
  memory: 'memory slots',
  machine: 'on no bus',
};

export function outline({ name, machine, buses }: Topology): OutlineNode {
  return { group: 'guest', title: name, words: [machine], children: buses.map(busNode) };
}

function busNode(bus: TopologyBus): OutlineNode {
  const { kind, name, devices } = bus;
  const number = busNumber(bus);
  const title = number === undefined ? BUS_TITLES[kind] : `${BUS_TITLES[kind]} ${number}`;
  return {
    group: 'bus',
    title,
    words: name === kind ? [] : [name],
    children: devices.map(deviceNode),
  };
}

/** Buses that a device carries are not drawn: what hangs on them hangs on the device. */
function deviceNode(device: TopologyDevice): OutlineNode {
  const { address, guestAddress, driver, id, label, at, implicit, kind, buses } = device;
  const bridged = buses.filter((bus) => bus.kind === 'pci').map((bus) => `bus ${busNumber(bus) ?? ''}`);
  return {
    group: groupOf(device),
    id,
    title: address ?? driver,
    words: [
      ...(guestAddress === undefined ? [] : [`(Linux: ${guestAddress})`]),
      ...(address === undefined ? [] : [driver]),
      ...(id === undefined ? [] : [id]),
      ...bridged,
      ...(implicit === true && kind !== 'board' ? ['added'] : []),
    ],
    label,
    line: implicit === true ? undefined : at?.line,
    children: buses.flatMap((bus) => bus.devices.map(deviceNode)),
  };
}

/** `00`, or `0001:00` on a further host bridge; other buses count in decimal. */
function busNumber({ kind, number, domain }: TopologyBus): string | undefined {
  if (number === undefined || kind !== 'pci') return number?.toString();
  return `${domain === undefined ? '' : `${hex(domain, 4)}:`}${hex(number, 2)}`;
}

function groupOf({ kind, buses, driver }: TopologyDevice): OutlineGroup {
  if (kind === 'board') return 'board';
  if (buses.some((bus) => bus.kind === 'pci')) return 'bridge';
  if (kind === 'disk' || kind === 'filesystem' || kind === 'floppy controller') return 'storage';
  if (kind === 'interface') return 'network';
  return buses.some((bus) => bus.kind === 'scsi') || driver.startsWith('scsi-') ? 'storage' : 'other';
}
