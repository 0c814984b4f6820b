import { nvmeQueues, nvmeSerialMissing } from '../../diagnostics/catalog';
import type { Controller } from '../../model/controller';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import { mapDevices } from '../map-devices';
import { requires } from '../requires';
import type { ControllerResolver } from './type';

/** QEMU hw/nvme/ctrl.c, num_queues: the queue of the administrator, and 1 to 2047 others. */
const FEWEST_QUEUES = 2;
const MOST_QUEUES = 2048;

/** A PCI device whose disks are its namespaces; one without a serial is refused by QEMU, as by libvirt. */
export const NVME: ControllerResolver = {
  validate: ({ at, implicit, serial, driver: { queues } }, _guest, context) => {
    // a disk that calls for one is refused itself
    if (implicit !== true) requires(context, 'nvme-ns', at.of('@type'), 'an NVMe controller');
    if (serial === undefined) context.report(nvmeSerialMissing(at.of('serial')));
    if (queues !== undefined && context.profile.checksForQemu && !isIn(queues))
      context.report(nvmeQueues(at.of('driver/@queues'), FEWEST_QUEUES, MOST_QUEUES));
  },
  plan: (base) => ({
    ...base,
    type: 'nvme',
    driver: 'nvme',
    serial: base.device.serial ?? '',
    queues: base.device.driver.queues,
  }),
};

function isIn(queues: number): boolean {
  return queues >= FEWEST_QUEUES && queues <= MOST_QUEUES;
}

/** A controller without a serial has the one of its first disk that has any (libvirt 12.9, by what it shows). */
export function nvmeSerials(guest: Domain): Domain {
  const serials = new Map<number, string>();
  for (const { target, address, serial } of devicesOf(guest, 'disk')) {
    if (target.bus !== 'nvme' || address?.type !== 'drive' || serial === undefined) continue;
    if (!serials.has(address.controller)) serials.set(address.controller, serial);
  }
  if (serials.size === 0) return guest;
  return mapDevices(guest, (device) => (isUnnamed(device) ? withSerial(device, serials) : device));
}

const isUnnamed = (device: Domain['devices'][number]): device is Controller =>
  device.kind === 'controller' && device.type === 'nvme' && device.serial === undefined;

function withSerial(controller: Controller, serials: ReadonlyMap<number, string>): Controller {
  const serial = serials.get(controller.index ?? 0);
  return serial === undefined ? controller : { ...controller, serial };
}
