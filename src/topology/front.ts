import { emit } from '../emitter';
import type { Emitted } from '../emitter/emitted';
import type { Properties } from '../emitter/args';
import type { LaunchPlan } from '../model/plan';
import type { PlannedDevice } from '../model/plan/device';
import type { Part } from '../model/plan/part';
import type { Slot } from '../model/slot';
import { withoutArgument } from './board-device';
import { busOfDriver, busOfName } from './bus-of';
import { scalar } from './scalar';
import type { BusKind } from './topology';

/** A device as QEMU is told of it: its properties are those of the command line, with what the user set past all decisions. */
export interface Front {
  readonly driver: string;
  readonly id?: string | undefined;
  readonly planned?: PlannedDevice | undefined;
  readonly part?: Part | 'board' | undefined;
  /** The kind of bus that it plugs into, and its name. */
  readonly on: BusKind;
  readonly bus: string;
  readonly properties: Properties;
}

const BUS_OF_SLOT: Readonly<Record<Exclude<Slot['type'], 'none'>, BusKind>> = {
  pci: 'pci',
  scsi: 'scsi',
  ide: 'ide',
  nvme: 'nvme',
  usb: 'usb',
  'virtio-serial': 'virtio-serial',
  ccw: 'ccw',
  dimm: 'memory',
  isa: 'isa',
  ccid: 'ccid',
  'spapr-vio': 'spapr-vio',
};

/** Buses that no property names, since a machine has one of them. */
const ONLY_BUS: Readonly<Partial<Record<BusKind, string>>> = {
  pci: 'pci.0',
  usb: 'usb-bus.0',
  isa: 'isa.0',
  floppy: 'floppy-bus.0',
  ccw: 'virtual-css',
};

/** Every device of the guest that the plan knows, in the order of the command line. */
export function frontsOf(plan: LaunchPlan): readonly Front[] {
  return [...emit(plan).flatMap(argumentFront), ...plan.devices.flatMap(boardFront)];
}

function argumentFront({ arg, subject }: Emitted): Front[] {
  if (arg.form !== 'device') return [];
  const properties = arg.value;
  const { id, bus } = properties;
  const driver = scalar(properties['driver']) ?? '';
  const planned = typeof subject === 'object' ? subject : undefined;
  const on = busKind(driver, properties, planned);
  return [
    {
      driver,
      id: typeof id === 'string' ? id : undefined,
      planned,
      part: typeof subject === 'string' ? subject : undefined,
      on,
      bus: typeof bus === 'string' ? bus : (ONLY_BUS[on] ?? on),
      properties,
    },
  ];
}

/**
 * A device's own argument says what its slot is; a second one, such as a codec's, is known by its bus. AMD's IOMMU is on
 * none: its PCI device, which has the id, is the other half.
 */
function busKind(driver: string, { id, bus }: Properties, planned: PlannedDevice | undefined): BusKind {
  const own = planned !== undefined && (id === planned.id || (id === undefined && driver !== 'amd-iommu'));
  if (own && planned.slot.type !== 'none') return BUS_OF_SLOT[planned.slot.type];
  const named = !own && typeof bus === 'string' ? busOfName(bus, planned) : undefined;
  return named ?? busOfDriver(driver);
}

function boardFront(planned: PlannedDevice): Front[] {
  const found = withoutArgument(planned);
  if (found === undefined) return [];
  const { driver, on, properties = {} } = found;
  return [{ driver, id: planned.id, planned, on, bus: ONLY_BUS[on] ?? on, properties }];
}
