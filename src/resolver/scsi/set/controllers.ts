import { hostdevAddressType } from '../../../diagnostics/catalog';
import type { Controller } from '../../../model/controller';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';
import { hasController } from '../../controller/lookup';
import { added } from '../../controller/implicit';
import { firstFreeScsiIndex } from '../virtio-lun';
import type { OpenSet } from './open';

/** A set on one of the guest's controllers. */
export interface LocatedSet extends OpenSet {
  readonly controller: number;
}

/** The guest's controller of each set: the one that it names, itself, or a new one of its own. */
export function locateSets(sets: readonly OpenSet[], guest: Domain, context: Context): LocatedSet[] {
  const named = sets.map((set) => namedController(set, context));
  let next = named.reduce<number>(
    (last, index) => Math.max(last, (index ?? -1) + 1),
    firstFreeScsiIndex(guest),
  );
  return sets.map((set, n) => ({ ...set, controller: named[n] ?? next++ }));
}

function namedController({ device }: OpenSet, { report }: Context): number | undefined {
  if (device.kind === 'controller') return device.index;
  const { address } = device;
  if (address === undefined || address.type === 'drive') return address?.controller;
  report(hostdevAddressType(address.at, address.type, ['scsi', 'drive']));
  return undefined;
}

/** Those that the guest does not have yet: of the roomiest model. */
export function controllersFor(sets: readonly LocatedSet[], guest: Domain, context: Context): Controller[] {
  const wanted = new Map<number, LocatedSet>();
  for (const set of sets)
    if (!wanted.has(set.controller) && !hasController(guest, 'scsi', set.controller))
      wanted.set(set.controller, set);
  return [...wanted.values()].map(({ at, device, name, controller }) => {
    const model = device.kind === 'hostdev' ? device.model : undefined;
    if (context.qemu.has('virtio-scsi-pci'))
      context.decide({
        subject: `scsi${controller}`,
        value: model === undefined || model === 'virtio' ? 'virtio-scsi' : model,
        reason: `the guest has no SCSI controller ${controller} for ${name}: virtio-scsi has the most places`,
        at,
      });
    return added('scsi', controller, device.at, roomiest(model, context));
  });
}

/** Without virtio-scsi, the default of the machine. */
export function roomiest(
  model: 'virtio' | 'virtio-transitional' | 'virtio-non-transitional' | undefined,
  { qemu }: Context,
): string | undefined {
  if (!qemu.has('virtio-scsi-pci')) return undefined;
  return model === undefined || model === 'virtio' ? 'virtio-scsi' : model;
}
