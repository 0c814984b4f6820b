import { controllerIothread, deviceUnsupported } from '../../diagnostics/catalog';
import type { Controller, ControllerType } from '../../model/controller';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import type { KindResolver } from '../kind';
import { slotOf } from '../address/slot';
import { CCID } from './ccid';
import { IDE } from './ide';
import { NVME } from './nvme';
import { PCI } from './pci';
import { SATA } from './sata';
import { defaultsOfScsi, planScsiHba, refuseScsiOptions, validateScsi } from './scsi';
import type { ControllerResolver } from './type';
import { USB } from './usb';
import { VIRTIO_SERIAL } from './virtio-serial';

const SCSI: ControllerResolver = {
  defaults: defaultsOfScsi,
  validate: validateScsi,
  plan: (base, guest, context) => {
    const hba = planScsiHba(base.device, guest, context);
    return hba && { type: 'scsi', hba, ...base };
  },
};

/** On the board. */
const ON_BOARD: ControllerResolver = { plan: () => undefined };

/** libvirt knows the bus, and looks for a place to plug it in (src/qemu/qemu_domain_address.c). */
const ISA: ControllerResolver = {
  validate: ({ at }, _guest, { profile, report }) => {
    if (profile.checksForLibvirt)
      report(deviceUnsupported(at.of('@type'), 'ISA controller to plug in', 'none: it is on the board'));
  },
  plan: () => undefined,
};

/** Of Xen, whose guests QEMU does not run. */
const XENBUS: ControllerResolver = {
  validate: ({ at }, _guest, { report }) =>
    report(deviceUnsupported(at.of('@type'), 'xenbus controller', 'virtio devices in its place')),
  plan: () => undefined,
};

const TYPES: { readonly [T in ControllerType]: ControllerResolver } = {
  ccid: CCID,
  fdc: ON_BOARD,
  ide: IDE,
  isa: ISA,
  nvme: NVME,
  pci: PCI,
  sata: SATA,
  scsi: SCSI,
  usb: USB,
  'virtio-serial': VIRTIO_SERIAL,
  xenbus: XENBUS,
};

export const CONTROLLER: KindResolver<'controller'> = {
  defaults: defaultsOfController,
  validate: (controller, guest, context) => {
    if (controller.type !== 'scsi') refuseScsiParts(controller, context);
    TYPES[controller.type].validate?.(controller, guest, context);
  },
  plan: (controller, guest, context) =>
    TYPES[controller.type].plan(
      {
        kind: 'controller',
        device: controller,
        id: controller.alias ?? `${controller.type}${controller.index ?? 0}`,
        slot: slotOf(controller, guest, context),
      },
      guest,
      context,
    ),
};

function refuseScsiParts(controller: Controller, context: Context): void {
  const { at, type, driver } = controller;
  if (driver.iothread !== undefined) context.report(controllerIothread(at.of('driver/@iothread'), type));
  const others = type === 'nvme' ? { ...controller, driver: { ...driver, queues: undefined } } : controller;
  refuseScsiOptions(others, type, context);
}

export function defaultsOfController(controller: Controller, guest: Domain, context: Context): Controller {
  return TYPES[controller.type].defaults?.(controller, guest, context) ?? controller;
}
