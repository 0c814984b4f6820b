import type { Controller, ControllerType } from '../../model/controller';
import { devicesOf, type Device } from '../../model/device';
import { keepLast } from '../../model/keep-last';

/** Controllers by type and index: the masters, and for USB the companions that share a master's index. */
type Index = ReadonlyMap<string, Controller>;

/** `<controller type= index=>`; of several USB controllers at one index the one that masters the bus. */
export function controllerAt(
  guest: { readonly devices: readonly Device[] },
  type: ControllerType,
  index: number,
): Controller | undefined {
  return indexOf(guest.devices).get(`${type} ${index}`);
}

/** Those of a type by their index, in which order libvirt looks for a free place, whatever order they are in. */
export function controllersByIndex(
  guest: { readonly devices: readonly Device[] },
  type: ControllerType,
): Controller[] {
  return devicesOf(guest, 'controller')
    .filter((controller) => controller.type === type)
    .sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
}

export function hasController(
  guest: { readonly devices: readonly Device[] },
  type: ControllerType,
  index: number,
): boolean {
  return controllerAt(guest, type, index) !== undefined;
}

/** A USB controller that takes the slow devices of another's ports. */
export function isCompanion(controller: Controller): boolean {
  return companionPort(controller) !== undefined;
}

/** The first of the master's ports that it serves; those of the ICH9 are wired (QEMU docs/config/ich9-ehci-uhci.cfg). */
export function companionPort({ model, masterStartPort }: Controller): number | undefined {
  return masterStartPort ?? ICH9_PORTS[model ?? ''];
}

const ICH9_PORTS: Readonly<Record<string, number>> = { 'ich9-uhci1': 0, 'ich9-uhci2': 2, 'ich9-uhci3': 4 };

/** A pass returns new devices or the same, so an index holds as long as the list lives. */
const indexOf = keepLast((devices: readonly Device[]): Index => {
  const index = new Map<string, Controller>();
  for (const device of devices) {
    if (device.kind !== 'controller' || device.index === undefined) continue;
    const key = `${device.type} ${device.index}`;
    const known = index.get(key);
    if (known === undefined || (isCompanion(known) && !isCompanion(device))) index.set(key, device);
  }
  return index;
});
