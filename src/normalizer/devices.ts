import type { Device } from '../model/device';
import type { Domain } from '../model/domain';
import type { Place } from '../model/place';
import type { Markup } from './markup/scan';
import { placeFor } from './merge';
import { rankOf } from './order';
import { part, type Part } from './part';

/** The elements of the file by their places. */
export type ElementAt = (place: Place) => Markup | undefined;

/** Which device of the guest each element of the file is. */
export type Known = ReadonlyMap<Device, Markup>;

/** The devices that have an element of their own, or get one, each with what the file says of it. */
export function devicesOfFile(domain: Domain, guest: Domain, elementAt: ElementAt) {
  const sets = new Set(setsOf(domain).map(({ at }) => elementAt(at)));
  const known = new Map<Device, Markup>();
  const devices = guest.devices.filter((device) => {
    if (device.implicit === true) return true;
    const element = elementAt(device.at);
    // the LUNs of an adapter stand where its controller does
    if (element?.name !== device.kind || sets.has(element)) return false;
    known.set(device, element);
    return true;
  });
  return { devices, known };
}

/**
 * A set of LUNs stays one, as the file says it: what is behind it is the host's affair, and may be more tomorrow. The
 * controller that was made for it is named.
 */
export function* setParts(domain: Domain, guest: Domain, elementAt: ElementAt): Generator<[Part, Markup]> {
  const controllers = new Map<Markup | undefined, number>();
  for (const device of guest.devices) {
    const controller = controllerOf(device);
    if (controller !== undefined) controllers.set(elementAt(device.at), controller);
  }
  for (const set of setsOf(domain)) {
    const element = elementAt(set.at);
    const controller = controllers.get(element);
    if (element === undefined || set.address !== undefined || controller === undefined) continue;
    yield [part('hostdev', {}, [part('address', { type: 'drive', controller })]), element];
  }
}

/** Of a LUN, or itself where there is none behind it. */
function controllerOf(device: Device): number | undefined {
  if (device.kind === 'controller') return device.type === 'scsi' ? device.index : undefined;
  return device.address?.type === 'drive' ? device.address.controller : undefined;
}

function setsOf({ devices }: Domain): Device[] {
  return devices.filter((device) => device.kind === 'hostdev' && device.source.type === 'scsi-set');
}

/** In libvirt's order of kinds; devices of one kind keep theirs, which numbers them. */
export function addedDevices(all: readonly Device[]): Device[] {
  const rank = ({ kind }: Device) => rankOf('devices', kind) ?? 0;
  return all.filter(({ implicit }) => implicit === true).sort((a, b) => rank(a) - rank(b));
}

/** The element behind which a new device goes: that of the one of its kind before it, else what is before the next. */
export function placeAmong(
  device: Device,
  all: readonly Device[],
  known: Known,
  parent: Markup,
): Markup | undefined {
  const index = all.indexOf(device);
  const ofKind = (other: Device) => other.kind === device.kind && known.has(other);
  const before = all.slice(0, index).filter(ofKind).at(-1);
  if (before !== undefined) return known.get(before);
  const next = all.slice(index + 1).find(ofKind);
  const element = next && known.get(next);
  return element === undefined
    ? placeFor(device.kind, parent)
    : parent.children[parent.children.indexOf(element) - 1];
}
