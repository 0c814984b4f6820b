import type { Controller } from '../../model/controller';
import type { Device } from '../../model/device';
import { isCompanion } from './lookup';

/**
 * libvirt's order of controllers, which decides addresses and the order of arguments: each comes before the first of its
 * type that has a higher index, or behind the last; a master before its companions (src/conf/domain_conf.c,
 * virDomainControllerInsertPreAlloced). What is there stays: an index that one was given only later moves nothing.
 */
export function insertControllers(there: readonly Controller[], coming: readonly Controller[]): Controller[] {
  const all = [...there];
  for (const controller of coming) all.splice(placeOf(controller, all), 0, controller);
  return all;
}

function placeOf(controller: Controller, all: readonly Controller[]): number {
  let behind = all.length;
  let place = 0;
  for (const other of all) {
    if (other.type === controller.type) {
      if (comesBefore(controller, other)) return place;
      behind = place + 1;
    }
    place++;
  }
  return behind;
}

function comesBefore(controller: Controller, other: Controller): boolean {
  if (controller.index === undefined || other.index === undefined) return false;
  if (other.index !== controller.index) return other.index > controller.index;
  return isCompanion(other) && !isCompanion(controller);
}

/** The same devices with these controllers first. */
export function withControllers(devices: readonly Device[], controllers: readonly Controller[]): Device[] {
  return [...controllers, ...devices.filter(({ kind }) => kind !== 'controller')];
}
