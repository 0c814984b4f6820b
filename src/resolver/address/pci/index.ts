import { pciNone, pciNoneForUsb, zpciMissing } from '../../../diagnostics/catalog';
import type { Controller, PciModel } from '../../../model/controller';
import { devicesOf, type Device } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { Place } from '../../../model/place';
import { addAll, added, machineAt } from '../../controller/implicit';
import { controllerAt } from '../../controller/lookup';
import type { Context } from '../../context';
import { boardWithPci } from '../../../qemu/machines/buses';
import { isOnBoard } from '../../interface/on-board';
import { machineFamily } from '../../machine/family';
import { AUTOASSIGN, PCIE_DEVICE, UPSTREAM } from './connect';
import { deviceFlags } from './device-flags';
import { addressPlace, draftOf, isWanted, type Draft } from './draft';
import { withMultifunction } from './multifunction';
import { isolationOf } from './isolation';
import { lacksPci, mayHavePci } from './board';
import { isUsbOnBoard } from '../usb';
import { isInPiix3, onBoard } from './on-board';
import { pciOptions } from './options';
import { assignAddresses } from './rounds';
import { PciAddressSet } from './set';
import { zpciIds } from './zpci';
import { withDevices } from '../../../model/with-devices';

/**
 * Gives every PCI device an address as libvirt does: once on buses that grow, to learn which controllers have to be
 * added, then with those in place. Problems are reported once, in the first run.
 */
export function pciAddresses(guest: Domain, context: Context): Domain {
  if (lacksPci(guest, context)) return refusePci(guest, context);
  if (!mayHavePci(guest, context)) return guest;
  const flags = deviceFlags(guest, context);
  const isolation = isolationOf(guest, context);
  const drafts = guest.devices.map((device) => draftOf(device, flags(device), isolation(device)));
  if (drafts.every(({ flags: asked, place }) => asked === 0 && place === undefined) && !missesBus(guest))
    return pciOptions(guest, context);
  for (const draft of drafts) reportZpci(draft, context);
  const set = setOf(guest, context, true);
  if (!collect(drafts, set, context) || !reserveBoard(drafts, set, guest, context)) return guest;
  const firsts: Place[] = [];
  const problem = assignAddresses(drafts, set, ({ device }, { bus }) => (firsts[bus] ??= device.at));
  if (problem !== undefined) {
    context.report(problem);
    return guest;
  }
  spare(guest, set);
  const grown = withBuses(guest, set, firsts);
  return assign(grown, fixed(drafts, grown, flags, isolation), context);
}

function refusePci(guest: Domain, context: Context): Domain {
  const flags = deviceFlags(guest, context);
  const other = boardWithPci(context.qemu.arch);
  for (const device of guest.devices) {
    if (device.kind === 'interface' && isOnBoard(device, guest, context) === true) continue;
    const draft = draftOf(device, flags(device), undefined);
    if (!isWanted(draft) && draft.place === undefined) continue;
    const isUsb = device.kind === 'controller' && device.type === 'usb';
    context.report(
      isUsb && isUsbOnBoard(guest, context) ? pciNoneForUsb(device.at) : pciNone(device.at, other),
    );
  }
  return guest;
}

/** Whether a bus has no controller though there are later ones. */
function missesBus(guest: Domain): boolean {
  const indexes = devicesOf(guest, 'controller').flatMap(({ type, index = 0 }) =>
    type === 'pci' ? index : [],
  );
  return Math.max(-1, ...indexes) >= new Set(indexes).size;
}

/** The second run: nothing grows any more. */
function assign(guest: Domain, drafts: readonly Draft[], context: Context): Domain {
  const set = setOf(guest, context, false);
  if (!collect(drafts, set, context) || !reserveBoard(drafts, set, guest, context)) return guest;
  const problem = assignAddresses(drafts, set, (draft, place) => (draft.place = place));
  if (problem !== undefined) {
    context.report(problem);
    return guest;
  }
  const placed = withMultifunction(drafts, context).map(withAddress);
  return zpciIds(pciOptions(withDevices(guest, placed), context), context);
}

function setOf(guest: Domain, context: Context, grows: boolean): PciAddressSet {
  const set = new PciAddressSet(grows, {
    multipleRoots: machineFamily(guest, context) === 'pseries',
    pcieToPci: context.qemu.has('pcie-pci-bridge'),
  });
  const controllers = devicesOf(guest, 'controller').filter(({ type }) => type === 'pci');
  const last = Math.min(255, Math.max(-1, ...controllers.map(({ index = 0 }) => index)));
  const between = betweenOf(guest, context);
  for (let index = 0; index <= last; index += 1) {
    const controller = controllerAt(guest, 'pci', index);
    set.addBus(busModel(controller, index, between));
  }
  return set;
}

/** What a bus is that nobody describes, though there are later ones. */
function betweenOf(guest: Domain, context: Context): PciModel {
  if (machineFamily(guest, context) === 'pseries') return 'pci-root';
  return controllerAt(guest, 'pci', 0)?.model === 'pcie-root' ? 'pcie-root-port' : 'pci-bridge';
}

function busModel(controller: Controller | undefined, index: number, between: PciModel): PciModel {
  const model = controller?.model as PciModel | undefined;
  return model ?? (index === 0 ? 'pci-root' : between);
}

/** zPCI ids are how s390x finds a PCI device. */
function reportZpci({ device: { address } }: Draft, { qemu, report }: Context): void {
  if (address?.type === 'pci' && address.zpci !== undefined && !qemu.has('zpci'))
    report(zpciMissing(address.at.of('zpci')));
}

/** Takes the addresses that the user wrote. */
function collect(drafts: readonly Draft[], set: PciAddressSet, context: Context): boolean {
  let good = true;
  for (const draft of drafts) {
    if (draft.place === undefined || draft.flags === 0 || isInPiix3(draft)) continue;
    const refusal = set.reserve(draft.place, draft.flags, draft.isolation);
    if (refusal === undefined) continue;
    context.report(refusal(addressPlace(draft)));
    good = false;
  }
  return good;
}

function reserveBoard(
  drafts: readonly Draft[],
  set: PciAddressSet,
  guest: Domain,
  context: Context,
): boolean {
  const problems = onBoard(guest, context)?.(drafts, set) ?? [];
  const told = new Set<string>();
  for (const problem of problems) {
    const what = `${problem.at?.path} ${problem.message}`;
    // One device may be in the way of two of the board.
    if (!told.has(what)) context.report(problem);
    told.add(what);
  }
  return problems.length === 0;
}

/**
 * Where the user left PCI to us altogether, a PCIe guest gets one more root port, so that a device can be plugged in
 * while it runs.
 */
function spare(guest: Domain, set: PciAddressSet): void {
  const own = devicesOf(guest, 'controller').filter(({ type, index = 0 }) => type === 'pci' && index > 0);
  if (own.length > 0 || set.buses.length <= 1 || set.buses[0]?.model !== 'pcie-root') return;
  set.next(PCIE_DEVICE | AUTOASSIGN);
}

/**
 * The guest with a controller for every bus; a bridge that is added may call for another bus to plug into. `firsts`:
 * the first device on each bus, which called for it or for what is below it.
 */
function withBuses(guest: Domain, set: PciAddressSet, firsts: readonly (Place | undefined)[]): Domain {
  const controllers: Controller[] = [];
  for (let index = 1; index < set.buses.length; index += 1) {
    const bus = set.buses[index];
    if (bus === undefined || controllerAt(guest, 'pci', index) !== undefined) continue;
    const at = firsts.find((place, number) => number >= index && place !== undefined);
    controllers.push(added('pci', index, at ?? machineAt(guest), bus.model));
    if (UPSTREAM[bus.model] !== 0) set.next(UPSTREAM[bus.model]);
  }
  return addAll(guest, controllers);
}

/** The drafts of the grown guest; what the first run fixed on the board stays. */
function fixed(
  before: readonly Draft[],
  guest: Domain,
  flags: (device: Device) => number,
  isolation: (device: Device) => string | undefined,
): Draft[] {
  const places = new Map(before.map(({ device, place }) => [device, place]));
  return guest.devices.map((device) => {
    const draft = draftOf(device, flags(device), isolation(device));
    return isWanted(draft) ? { ...draft, place: places.get(device) } : draft;
  });
}

function withAddress({ device, place, flags }: Draft): Device {
  if (place === undefined || flags === 0) return device;
  const zpci = device.address?.type === 'pci' ? device.address.zpci : undefined;
  const { domain, bus, slot, function: fn, multifunction } = place;
  const at = device.address?.at ?? device.at;
  return {
    ...device,
    address: { type: 'pci', at, domain, bus, slot, function: fn, multifunction, zpci, given: true },
  };
}
