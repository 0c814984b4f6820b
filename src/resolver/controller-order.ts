import type { Controller, ControllerType } from '../model/controller';
import type { Device } from '../model/device';
import { isCompanion } from './controllers';

/**
 * The guest's controllers in libvirt's order, which decides addresses and the order of arguments: types as they first
 * appear, within a type by index, and a master before its companions (libvirt src/conf/domain_conf.c,
 * virDomainControllerInsert). One without an index stands where it was, after those before it.
 */
export function inControllerOrder(controllers: readonly Controller[]): Controller[] {
  const types = new Map<ControllerType, Controller[]>();
  for (const controller of controllers) {
    const group = types.get(controller.type);
    if (group === undefined) types.set(controller.type, [controller]);
    else insert(group, controller);
  }
  return [...types.values()].flat();
}

/** From the back: files mostly have them in order, and then each is only appended. */
function insert(group: Controller[], controller: Controller): void {
  let position = group.length;
  if (controller.index !== undefined) {
    while (position > 0 && isBefore(controller, group[position - 1])) position -= 1;
  }
  group.splice(position, 0, controller);
}

function isBefore(added: Controller, present: Controller | undefined): boolean {
  if (present?.index === undefined || added.index === undefined) return false;
  if (present.index !== added.index) return present.index > added.index;
  return !isCompanion(added) && isCompanion(present);
}

/** The same devices with controllers first, in order. */
export function withControllers(devices: readonly Device[], controllers: readonly Controller[]): Device[] {
  return [...inControllerOrder(controllers), ...devices.filter(({ kind }) => kind !== 'controller')];
}
