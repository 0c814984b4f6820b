import type { Controller, ControllerType } from '../../model/controller';
import type { Device } from '../../model/device';
import { isCompanion } from './lookup';

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
    else group.push(controller);
  }
  return [...types.values()].map(ordered).flat();
}

function ordered(group: Controller[]): Controller[] {
  if (group.every(({ index }) => index !== undefined)) return group.sort(byIndex);
  const runs: Controller[][] = [[]];
  for (const controller of group) {
    if (controller.index === undefined) runs.push([controller], []);
    else runs.at(-1)?.push(controller);
  }
  return runs.map((run) => run.sort(byIndex)).flat();
}

function byIndex(a: Controller, b: Controller): number {
  return (a.index ?? 0) - (b.index ?? 0) || Number(isCompanion(a)) - Number(isCompanion(b));
}

/** The same devices with controllers first, in order. */
export function withControllers(devices: readonly Device[], controllers: readonly Controller[]): Device[] {
  return [...inControllerOrder(controllers), ...devices.filter(({ kind }) => kind !== 'controller')];
}
