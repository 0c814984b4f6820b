import { aliasTaken } from '../../../diagnostics/catalog';
import type { Controller } from '../../../model/controller';
import { devicesOf, type Device } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { Hostdev } from '../../../model/hostdev';
import type { ScsiSet } from '../../../model/scsi-set';
import { insertControllers, withControllers } from '../../controller/order';
import type { Context } from '../../context';
import { LunPlacer, type PlacedLun } from './assign';
import { BootOrders, type PlacedSet } from './boot';
import { controllersFor, locateSets, roomiest } from './controllers';
import { openSet, type OpenSet } from './open';
import { withoutOthers } from './overlap';
import { NewPorts } from './vport';

/**
 * Puts one host device per LUN in the place of each whole target, adapter and NPIV port. From there on each goes the way
 * of any other: which device passes it through, whether the host can spare it, its id.
 */
export function expandScsiSets(guest: Domain, context: Context): Domain {
  if (!guest.devices.some((device) => setOf(device) !== undefined)) return guest;
  const newPorts = new NewPorts(context);
  const open = withoutOthers(
    guest.devices.flatMap((device) => opened(device, context, newPorts)),
    guest,
    context,
  );
  const located = locateSets(open, guest, context);
  const controllers = insertControllers(
    devicesOf(guest, 'controller').map((controller) => plain(controller, context)),
    controllersFor(located, guest, context),
  );
  const whole = { ...guest, devices: withControllers(guest.devices, controllers) };
  const placer = new LunPlacer(whole, context);
  const sets = located.map((set): PlacedSet => ({ ...set, placed: placer.place(set) }));
  return {
    ...whole,
    devices: expanded(whole.devices, sets, new BootOrders(sets, guest.devices, context), context),
  };
}

function setOf(device: Device): ScsiSet | undefined {
  if (device.kind === 'controller') return device.source;
  return device.kind === 'hostdev' && device.source.type === 'scsi-set' ? device.source : undefined;
}

function opened(device: Device, context: Context, newPorts: NewPorts): OpenSet[] {
  const set = setOf(device);
  if (set === undefined || (device.kind !== 'hostdev' && device.kind !== 'controller')) return [];
  return [openSet(device, set, context, newPorts)];
}

/** The controller itself, which holds LUNs like any other; one that names no model is the roomiest. */
function plain(controller: Controller, context: Context): Controller {
  if (controller.source === undefined) return controller;
  return {
    ...controller,
    source: undefined,
    bootOrder: undefined,
    model: controller.model ?? roomiest(undefined, context),
  };
}

/** LUNs stand where their set stood; those of controllers after all others. */
function expanded(
  devices: readonly Device[],
  sets: readonly PlacedSet[],
  orders: BootOrders,
  context: Context,
): Device[] {
  const luns = new Map<Device, Hostdev[]>(
    sets.map((set) => [set.device, lunsOf(set, orders, devices, context)]),
  );
  const ofControllers = sets.flatMap(({ device }) =>
    device.kind === 'controller' ? (luns.get(device) ?? []) : [],
  );
  const others = devices.flatMap((device) => luns.get(device) ?? [shifted(device, orders)]);
  return [...others, ...ofControllers];
}

function shifted<D extends Device>(device: D, orders: BootOrders): D {
  const { bootOrder } = device;
  return bootOrder === undefined ? device : { ...device, bootOrder: orders.shifted(bootOrder) };
}

function lunsOf(set: PlacedSet, orders: BootOrders, devices: readonly Device[], context: Context): Hostdev[] {
  const boot = orders.of(set);
  const luns = set.placed.map((lun) => hostdevOf(set, lun, boot.get(lun)));
  // A user's name is the beginning of the names of its LUNs.
  for (const { alias } of set.device.alias === undefined ? [] : luns) {
    const owner = devices.find((device) => device.alias !== undefined && device.alias === alias);
    if (owner !== undefined && alias !== undefined)
      context.report(aliasTaken(owner.at.of('alias/@name'), alias, set.device.at));
  }
  return luns;
}

function hostdevOf(
  { device }: PlacedSet,
  { lun, address }: PlacedLun,
  bootOrder: number | undefined,
): Hostdev {
  const { host, channel, target, lun: unit } = lun.hctl;
  const { alias } = device;
  return {
    ...(device.kind === 'hostdev' ? device : ofController(device)),
    alias: alias && `${alias}-${address.bus}-${address.target}-${address.unit}`,
    address,
    bootOrder,
    source: { type: 'scsi-host', adapter: `scsi_host${host}`, bus: channel, target, unit },
  };
}

function ofController({ at, lunReadonly, lunShareable }: Controller): Omit<Hostdev, 'source'> {
  return { kind: 'hostdev', at, readonly: lunReadonly === true, shareable: lunShareable === true };
}
