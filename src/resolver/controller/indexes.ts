import { controllerTwice, usbNoneOnly } from '../../diagnostics/catalog';
import type { Controller } from '../../model/controller';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import { isIch9 } from './usb';
import { isCompanion } from './lookup';
import { insertControllers, withControllers } from './order';
import type { Context } from '../context';
import { withDevices } from '../../model/with-devices';

/** Gives every controller an index, the lowest that its type has free, and refuses two at one index. */
export function controllerIndexes(guest: Domain, context: Context): Domain {
  if (devicesOf(guest, 'controller').length === 0) return guest;
  const controllers = insertControllers([], devicesOf(guest, 'controller'));
  const indexed = controllers.every(({ index }) => index !== undefined) ? controllers : assigned(controllers);
  reportTwins(indexed, context);
  reportUsbOff(indexed, context);
  return withDevices(guest, withControllers(guest.devices, indexed));
}

/** Only for the sake of companions does libvirt put the list in order once more (virDomainAssignControllerIndexes). */
function assigned(controllers: readonly Controller[]): Controller[] {
  const indexed = assign(controllers);
  const companions = controllers.some((controller) => controller.index === undefined && isIch9(controller));
  return companions ? insertControllers([], indexed) : indexed;
}

function assign(controllers: readonly Controller[]): Controller[] {
  const used = new Set(controllers.filter(({ index }) => index !== undefined).map(key));
  const models = new Set(controllers.filter(({ index }) => index !== undefined).map(modelKey));
  const lowest = new Map<string, number>();
  let ich9: Controller | undefined;
  return controllers.map((controller) => {
    let { index } = controller;
    if (index === undefined) {
      const shared = isIch9(controller) ? ich9?.index : undefined;
      index =
        shared !== undefined && !models.has(modelKey({ ...controller, index: shared }))
          ? shared
          : lowestFree(controller.type, used, lowest);
    }
    const indexed = { ...controller, index };
    used.add(key(indexed));
    models.add(modelKey(indexed));
    if (controller.type === 'usb') ich9 = isIch9(controller) ? indexed : undefined;
    return indexed;
  });
}

/** Companions without an index go with the ICH9 controller before them, as long as it has no such companion yet. */
function modelKey({ type, index, model }: Controller): string {
  return `${type} ${index ?? ''} ${model ?? ''}`;
}

function key({ type, index }: Controller): string {
  return `${type} ${index ?? ''}`;
}

function lowestFree(type: string, used: ReadonlySet<string>, from: Map<string, number>): number {
  let index = from.get(type) ?? 0;
  while (used.has(`${type} ${index}`)) index += 1;
  from.set(type, index);
  return index;
}

function reportTwins(controllers: readonly Controller[], { report }: Context): void {
  const first = new Map<string, Controller>();
  for (const controller of controllers) {
    if (isCompanion(controller)) continue;
    const twin = first.get(key(controller));
    if (twin === undefined) first.set(key(controller), controller);
    else report(controllerTwice(controller.at, controller.type, controller.index ?? 0, twin.at));
  }
}

/** `none` says that the guest has no USB. */
function reportUsbOff(controllers: readonly Controller[], { report }: Context): void {
  const usb = controllers.filter(({ type }) => type === 'usb');
  if (usb.length < 2 || !usb.some(({ model }) => model === 'none')) return;
  const other = usb.find(({ model }) => model !== 'none') ?? usb[1];
  if (other !== undefined) report(usbNoneOnly(other.at));
}
