import { addressInvalid, vserialFull, vserialPortRange, vserialPortTaken } from '../../diagnostics/catalog';
import type { VirtioSerialAddress } from '../../model/address';
import type { Channel, Console } from '../../model/chardev';
import type { Controller } from '../../model/controller';
import { devicesOf, type Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Place } from '../../model/place';
import { defaultsOfController } from '../controller';
import { addAll, added } from '../controller/implicit';
import { controllersByIndex } from '../controller/lookup';
import type { Context } from '../context';
import { mapDevices } from '../map-devices';

type Port = Channel | Console;

/** QEMU: 31 ports on a virtio-serial device that does not say how many. */
const DEFAULT_PORTS = 31;

interface Ports {
  readonly ports: number;
  readonly used: Set<number>;
  /** No port from 1 to the one before this is free. */
  free: number;
  /** The port that called for a controller which the guest did not have. */
  readonly at?: Place | undefined;
}

/** Ports in use by controller. */
type Taken = Map<number, Ports>;

/** Gives every channel and console on virtio a port; consoles first, since port 0 is for them alone. */
export function virtioSerialAddresses(guest: Domain, context: Context): Domain {
  const ports = [...devicesOf(guest, 'console'), ...devicesOf(guest, 'channel')].filter(isPort);
  if (ports.length === 0) return guest;
  const taken = portsOf(guest);
  for (const port of ports) reserve(port, taken, context);
  const addresses = new Map<Device, VirtioSerialAddress>();
  for (const port of ports) {
    if (!wantsPort(port)) continue;
    const address = choose(port, taken);
    if (address === undefined) {
      context.report(vserialFull(port.at));
      break;
    }
    addresses.set(port, address);
  }
  const grown = addAll(guest, addedControllers(guest, taken, context));
  return mapDevices(grown, (device) => withAddress(device, addresses.get(device)));
}

/** None yet. */
function portsOf(guest: Domain): Taken {
  const controllers = controllersByIndex(guest, 'virtio-serial');
  return new Map(
    controllers.map(({ index = 0, ports = DEFAULT_PORTS }) => [index, { ports, used: new Set(), free: 1 }]),
  );
}

function addedControllers(guest: Domain, taken: Taken, context: Context): Controller[] {
  const controllers: Controller[] = [];
  for (const [index, { at }] of taken)
    if (at !== undefined)
      controllers.push(defaultsOfController(added('virtio-serial', index, at), guest, context));
  return controllers;
}

function isPort({ targetType, address }: Port): boolean {
  return targetType === 'virtio' && (address === undefined || address.type === 'virtio-serial');
}

function addressOf({ address }: Port): VirtioSerialAddress | undefined {
  return address?.type === 'virtio-serial' ? address : undefined;
}

/** Port 0 in the XML asks for any port, as no port does. */
function portGiven(port: Port): VirtioSerialAddress | undefined {
  const address = addressOf(port);
  return address?.port === undefined || address.port === 0 ? undefined : address;
}

/** libvirt leaves the place of a console to QEMU, unless the XML names its controller. */
function wantsPort(port: Port): boolean {
  return portGiven(port) === undefined && (port.kind === 'channel' || addressOf(port) !== undefined);
}

function reserve(port: Port, taken: Taken, { profile, report }: Context): void {
  const address = portGiven(port);
  if (address?.port === undefined) return;
  if (address.bus > 0 && profile.checksForQemu)
    report(addressInvalid(address.at.of('@bus'), 'a virtio-serial controller has one bus: 0'));
  const controller = taken.get(address.controller);
  const at = address.at.of('@port');
  // Missing ones were added before.
  if (controller === undefined) return;
  if (address.port >= controller.ports) report(vserialPortRange(at, address.port, controller.ports));
  else if (controller.used.has(address.port)) report(vserialPortTaken(at, address.port));
  else controller.used.add(address.port);
}

function choose(port: Port, taken: Taken): VirtioSerialAddress | undefined {
  const named = addressOf(port);
  const first = port.kind === 'console' && named === undefined ? 0 : 1;
  const at = named?.at ?? port.at;
  for (const [index, controller] of taken) {
    if (named !== undefined && named.controller !== index) continue;
    const number = takeFree(controller, first);
    if (number !== undefined) return { type: 'virtio-serial', at, controller: index, bus: 0, port: number };
  }
  if (named !== undefined || taken.size >= MOST_CONTROLLERS) return undefined;
  const index = Math.max(-1, ...taken.keys()) + 1;
  taken.set(index, { ports: DEFAULT_PORTS, used: new Set([first]), free: 1, at: port.at });
  return { type: 'virtio-serial', at, controller: index, bus: 0, port: first };
}

function takeFree(controller: Ports, first: 0 | 1): number | undefined {
  const { ports, used } = controller;
  if (first === 0 && !used.has(0)) {
    used.add(0);
    return 0;
  }
  while (controller.free < ports && used.has(controller.free)) controller.free += 1;
  if (controller.free >= ports) return undefined;
  used.add(controller.free);
  return controller.free;
}

/** Each takes a PCI slot; more than this no guest has room for. */
const MOST_CONTROLLERS = 256;

function withAddress(device: Device, address: VirtioSerialAddress | undefined): Device {
  return address === undefined ? device : { ...device, address };
}
