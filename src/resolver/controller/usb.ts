import { isX86 } from '../../qemu/architectures';
import {
  usbCompanionAlone,
  usbCompanionModel,
  usbCompanionPorts,
  usbModelMissing,
  usbModelUnknown,
  usbPortsFixed,
  usbPortsLimit,
} from '../../diagnostics/catalog';
import type { Controller, UsbModel } from '../../model/controller';
import type { Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import { keepLast } from '../../model/keep-last';
import type { Capability } from '../../qemu/capabilities';
import { companionPort, controllerAt, isCompanion } from './lookup';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { isNewGuest } from '../new-guest';
import type { ControllerResolver } from './type';

/** libvirt's model -> QEMU's device, and the capability that says whether this QEMU has it. */
const DRIVERS: Readonly<Partial<Record<UsbModel, readonly [string, Capability | undefined]>>> = {
  'piix3-uhci': ['piix3-usb-uhci', 'piix3-usb-uhci'],
  'piix4-uhci': ['piix4-usb-uhci', 'piix4-usb-uhci'],
  ehci: ['usb-ehci', 'usb-ehci'],
  'ich9-ehci1': ['ich9-usb-ehci1', 'ich9-usb-ehci1'],
  'ich9-uhci1': ['ich9-usb-uhci1', 'ich9-usb-ehci1'],
  'ich9-uhci2': ['ich9-usb-uhci2', 'ich9-usb-ehci1'],
  'ich9-uhci3': ['ich9-usb-uhci3', 'ich9-usb-ehci1'],
  'vt82c686b-uhci': ['vt82c686b-usb-uhci', 'vt82c686b-usb-uhci'],
  'pci-ohci': ['pci-ohci', 'pci-ohci'],
  'nec-xhci': ['nec-usb-xhci', 'nec-usb-xhci'],
  'qemu-xhci': ['qemu-xhci', 'qemu-xhci'],
};

/** QEMU hw/usb/hcd-xhci.h XHCI_MAXPORTS_2. */
const XHCI_MAX_PORTS = 15;

/** The ICH9 controllers that share a bus: the high speed one and its three companions. */
export function isIch9({ model }: Controller): boolean {
  return model?.startsWith('ich9-') === true;
}

export function isXhci({ model }: Pick<Controller, 'model'>): boolean {
  return model === 'qemu-xhci' || model === 'nec-xhci';
}

/** The model of a controller whose XML names none; undefined: this QEMU has none to offer (libvirt src/qemu/qemu_domain.c). */
export function defaultUsbModel(guest: Domain, context: Context): UsbModel | undefined {
  const arch = guest.os.arch ?? context.qemu.arch;
  if (arch === 's390x') return 'none';
  return firstAvailable(preferred(arch, machineFamily(guest, context), context), context);
}

/** On POWER libvirt keeps to the old model, unless a guest is defined anew: its hardware must not change by itself. */
function preferred(arch: string, family: string, context: Context): readonly UsbModel[] {
  const anew = isNewGuest(context);
  if (isX86(arch)) return family === 'isapc' ? [] : ['piix3-uhci'];
  if (arch.startsWith('ppc64')) return anew ? ['qemu-xhci', 'nec-xhci', 'pci-ohci'] : ['pci-ohci'];
  if (arch === 'aarch64' || arch === 'loongarch64') return ['qemu-xhci', 'nec-xhci'];
  return ['piix3-uhci', 'pci-ohci'];
}

export function firstAvailable(models: readonly UsbModel[], { qemu }: Context): UsbModel | undefined {
  return models.find((model) => {
    const capability = DRIVERS[model]?.[1];
    return capability === undefined || qemu.has(capability);
  });
}

function defaults(controller: Controller, guest: Domain, context: Context): Controller {
  if (controller.model !== undefined) return controller;
  const model = defaultUsbModel(guest, context);
  if (model === undefined) context.report(usbModelUnknown(controller.at));
  return { ...controller, model };
}

function validate(controller: Controller, guest: Domain, context: Context): void {
  const { profile, qemu, report } = context;
  const { at, model, ports } = controller;
  const driver = DRIVERS[model as UsbModel];
  if (driver?.[1] !== undefined && !qemu.has(driver[1])) report(usbModelMissing(at.of('@model'), driver[0]));
  if (model?.startsWith('qusb') === true) report(usbModelMissing(at.of('@model'), model));
  if (isXhci(controller) && ports !== undefined && ports > XHCI_MAX_PORTS)
    report(usbPortsLimit(at.of('@ports'), XHCI_MAX_PORTS));
  if (!isXhci(controller) && model !== 'none' && ports !== undefined) report(usbPortsFixed(at.of('@ports')));
  const master = isCompanion(controller) ? controllerAt(guest, 'usb', controller.index ?? 0) : undefined;
  if (master !== undefined && isCompanion(master)) report(usbCompanionAlone(at, controller.index ?? 0));
  if (profile.checksForQemu) validateCompanion(controller, guest, report);
}

/** QEMU hw/usb/hcd-uhci.h UHCI_PORTS, hw/usb/hcd-ehci.h EHCI_PORTS. */
const PORTS = { companion: 2, master: 6 } as const;

/** Those with `masterbus`, and the one whose bus has companions (QEMU hw/usb/hcd-uhci.c, hcd-ohci-pci.c, hcd-ehci-pci.c). */
const COMPANIONS: readonly (string | undefined)[] = ['ich9-uhci1', 'ich9-uhci2', 'ich9-uhci3', 'pci-ohci'];
const MASTER = 'ich9-ehci1';

function validateCompanion(controller: Controller, guest: Domain, report: Context['report']): void {
  const { at, index = 0, model = '' } = controller;
  const first = companionPort(controller);
  if (first === undefined) return;
  const master = controllerAt(guest, 'usb', index);
  if (!COMPANIONS.includes(model)) report(usbCompanionModel(at, `'${model}' is the companion of none`));
  else if (master !== undefined && !isCompanion(master) && master.model !== MASTER)
    report(usbCompanionModel(at, `controller ${index} of model '${master.model ?? ''}' has no companions`));
  const place = at.of('master/@startport');
  if (first > PORTS.master - PORTS.companion)
    report(usbCompanionPorts(place, `a master has ${PORTS.master} ports, and none from ${first} on for two`));
  const others = companionsOf(guest.devices);
  const other = [first - 1, first, first + 1]
    .map((port) => others.get(`${index} ${port}`))
    .find((found) => found !== undefined && found !== controller);
  if (other !== undefined) report(usbCompanionPorts(place, 'another companion serves one of these ports'));
}

/** By the ports at which they start, since each companion asks. */
const companionsOf = keepLast((devices: readonly Device[]): ReadonlyMap<string, Controller> => {
  const companions = new Map<string, Controller>();
  for (const device of devices) {
    if (device.kind !== 'controller' || device.type !== 'usb') continue;
    const key = `${device.index ?? 0} ${companionPort(device) ?? 'none'}`;
    if (!companions.has(key)) companions.set(key, device);
  }
  return companions;
});

export const USB: ControllerResolver = {
  defaults,
  validate,
  plan: (base, guest) => {
    const { model, ports, index = 0 } = base.device;
    const firstPort = companionPort(base.device);
    const driver = DRIVERS[model as UsbModel]?.[0];
    if (driver === undefined) return undefined;
    const master = controllerAt(guest, 'usb', index)?.alias ?? 'usb';
    return {
      type: 'usb',
      ...base,
      driver,
      ports: isXhci(base.device) ? ports : undefined,
      master: firstPort === undefined ? undefined : { bus: `${master}.0`, firstPort },
    };
  },
};
