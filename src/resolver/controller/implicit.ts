import { pciRootExpected } from '../../diagnostics/catalog';
import type { Controller, ControllerType, PciModel, UsbModel } from '../../model/controller';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Place } from '../../model/place';
import { defaultUsbModel, firstAvailable } from './usb';
import { defaultsOfController } from '.';
import { lacksPci } from '../address/pci/board';
import { insertControllers, withControllers } from './order';
import { controllerAt, hasController } from './lookup';
import type { Context } from '../context';
import { machineFamily, type MachineFamily } from '../machine/family';
import { nvmeSerials } from './nvme';
import { isScsiSource } from '../scsi/address';
import { mapDevices } from '../map-devices';
import { withDevices } from '../../model/with-devices';

/** What the machine has on its board, or what every guest of it gets; in libvirt's order (src/qemu/qemu_domain.c). */
export function machineControllers(given: Domain, context: Context): Domain {
  const family = machineFamily(given, context);
  const root = ROOTS[family];
  const guest = withRoot(given, root, context);
  return addAll(guest, [
    ...(hasController(guest, 'usb', 0) ? [] : defaultUsb(guest, family, context)),
    ...(family === 'q35' ? missing(guest, 'sata', 0, machineAt(guest)) : []),
    ...(root === undefined || hasController(guest, 'pci', 0)
      ? []
      : [added('pci', 0, machineAt(guest), root)]),
  ]);
}

const ROOTS: Readonly<Partial<Record<MachineFamily, 'pci-root' | 'pcie-root'>>> = {
  i440fx: 'pci-root',
  xen: 'pci-root',
  pseries: 'pci-root',
  power: 'pci-root',
  versatile: 'pci-root',
  s390: 'pci-root',
  q35: 'pcie-root',
  virt: 'pcie-root',
};

/** Machines whose guests get a USB controller unasked. */
function defaultUsb(guest: Domain, family: MachineFamily, context: Context): Controller[] {
  const model = defaultUsbOf(guest, family, context);
  if (model === undefined) return [];
  if (model !== 'ich9-ehci1') return [added('usb', 0, machineAt(guest), model)];
  return [
    added('usb', 0, machineAt(guest), model),
    ...([1, 2, 3] as const).map((n) => ({
      ...added('usb', 0, machineAt(guest), `ich9-uhci${n}`),
      masterStartPort: 2 * (n - 1),
    })),
  ];
}

function defaultUsbOf(guest: Domain, family: MachineFamily, context: Context): UsbModel | undefined {
  switch (family) {
    case 'q35':
      return firstAvailable(['qemu-xhci', 'nec-xhci', 'ich9-ehci1'], context);
    case 'i440fx':
    case 'xen':
    case 'pseries':
      return defaultUsbModel(guest, context);
    case 'power':
      return lacksPci(guest, context) ? undefined : defaultUsbModel(guest, context);
    case 'versatile':
      return firstAvailable(['pci-ohci'], context);
    case 'realview':
      return lacksPci(guest, context) ? undefined : firstAvailable(['pci-ohci'], context);
    default:
      return undefined;
  }
}

/** A wrong root is reported once, and taken for the right one: nothing else of the guest is wrong by it. */
function withRoot(guest: Domain, model: PciModel | undefined, { report }: Context): Domain {
  const given = controllerAt(guest, 'pci', 0);
  if (model === undefined || given?.model === undefined || given.model === model) return guest;
  report(pciRootExpected(given.at.of('@model'), given.model, model));
  return mapDevices(guest, (device) => (device === given ? { ...given, model } : device));
}

/** What the machine brings comes with its name. */
export function machineAt({ os }: Domain): Place {
  return os.at.of('type/@machine');
}

/** What disks, channels and host devices need: the last index that they name, and all before it. */
export function neededControllers(guest: Domain, context: Context): Domain {
  const needs: Controller[] = [];
  for (const type of ['scsi', 'fdc', 'ide', 'sata'] as const) needs.push(...forDisks(guest, type));
  const nvme = devicesOf(guest, 'disk').some(({ target }) => target.bus === 'nvme');
  if (nvme) needs.push(...forNvme(guest, context));
  needs.push(...forPorts(guest), ...forSmartcards(guest), ...forHostLuns(guest, needs));
  const all = addAll(
    guest,
    needs.map((controller) => defaultsOfController(controller, guest, context)),
  );
  return nvme ? nvmeSerials(all) : all;
}

function forDisks(guest: Domain, bus: 'scsi' | 'fdc' | 'ide' | 'sata' | 'nvme'): Controller[] {
  let last = -1;
  let at = guest.at;
  for (const disk of devicesOf(guest, 'disk')) {
    if (disk.target.bus !== bus || disk.address?.type !== 'drive' || disk.address.controller <= last)
      continue;
    last = disk.address.controller;
    ({ at } = disk);
  }
  return upTo(last, guest, bus, at);
}

/** libvirt has all up to the last, and refuses those that nobody gives a serial. */
function forNvme(guest: Domain, { profile }: Context): Controller[] {
  if (profile.libvirtDefaults) return forDisks(guest, 'nvme');
  const named = new Map<number, Controller>();
  for (const { target, address, at } of devicesOf(guest, 'disk')) {
    if (target.bus !== 'nvme' || address?.type !== 'drive' || named.has(address.controller)) continue;
    for (const one of missing(guest, 'nvme', address.controller, at)) named.set(address.controller, one);
  }
  return [...named.values()];
}

/** A controller that is full is followed by one of its model (libvirt src/conf/domain_conf.c, as below). */
function forHostLuns(guest: Domain, coming: readonly Controller[]): Controller[] {
  let last = -1;
  let at = guest.at;
  let model: Controller['model'];
  for (const { source, address, at: place } of devicesOf(guest, 'hostdev')) {
    if (!isScsiSource(source)) continue;
    const controller = address?.type === 'drive' ? address.controller : 0;
    if (controller <= last) continue;
    last = controller;
    at = place;
    model = controllerAt(guest, 'scsi', controller)?.model ?? model;
  }
  if (last < 0) return [];
  const known = new Set(coming.filter(({ type }) => type === 'scsi').map(({ index }) => index));
  return upTo(last, guest, 'scsi', at, model).filter(({ index }) => !known.has(index));
}

/**
 * libvirt has the controllers of the host's LUNs before all others that nobody wrote, and before controllers without an
 * index get one (src/conf/domain_conf.c, virDomainDefMaybeAddHostdevSCSIcontroller, called by the parser).
 */
export function hostLunControllers(guest: Domain, { profile }: Context): Domain {
  return profile.libvirtDefaults ? addAll(guest, forHostLuns(guest, [])) : guest;
}

/** More than any guest has: an address beyond it is a mistake, and is reported as such where it is used. */
const MOST_CONTROLLERS = 1024;

function upTo(last: number, guest: Domain, type: ControllerType, at: Place, model?: string): Controller[] {
  const controllers: Controller[] = [];
  for (let index = 0; index <= last && index < MOST_CONTROLLERS; index++)
    if (!hasController(guest, type, index)) controllers.push(added(type, index, at, model));
  return controllers;
}

/** Channels and consoles on virtio: only the controllers that they name, 0 where they name none. */
function forPorts(guest: Domain): Controller[] {
  const ports = [...devicesOf(guest, 'channel'), ...devicesOf(guest, 'console')];
  const wanted = new Map<number, Controller>();
  for (const device of ports) {
    if (device.targetType !== 'virtio') continue;
    const index = device.address?.type === 'virtio-serial' ? device.address.controller : 0;
    for (const controller of missing(guest, 'virtio-serial', index, device.at))
      if (!wanted.has(index)) wanted.set(index, controller);
  }
  return [...wanted.values()];
}

function forSmartcards(guest: Domain): Controller[] {
  const [card] = devicesOf(guest, 'smartcard');
  if (card?.address?.type !== 'ccid') return [];
  return missing(guest, 'ccid', card.address.controller, card.at);
}

function missing(guest: Domain, type: ControllerType, index: number, at: Place): Controller[] {
  return hasController(guest, type, index) ? [] : [added(type, index, at)];
}

/** A controller that the XML does not have; `at` is what called for it. */
export function added(type: ControllerType, index: number, at: Place, model?: string): Controller {
  return {
    kind: 'controller',
    at,
    implicit: true,
    alias: undefined,
    address: undefined,
    type,
    index,
    model,
    driver: { virtio: {} },
    pci: {},
  };
}

export function addAll(guest: Domain, controllers: readonly Controller[]): Domain {
  if (controllers.length === 0) return guest;
  const all = insertControllers(devicesOf(guest, 'controller'), controllers);
  return withDevices(guest, withControllers(guest.devices, all));
}
