import {
  addressInvalid,
  hbaMissing,
  hbaOnBoardOnly,
  hbaUnknown,
  iothreadAddress,
  iothreadInvalid,
  iothreadUndefined,
  scsiModelUndetermined,
  virtioOptionUnused,
  virtioScsiOnly,
  virtioScsiQueues,
} from '../../diagnostics/catalog';
import type { Controller } from '../../model/controller';
import type { Domain } from '../../model/domain';
import type { ScsiHba } from '../../model/plan/scsi-controller';
import type { VirtioModel } from '../../model/virtio';
import type { Capability } from '../../qemu/capabilities';
import { rowOf } from '../../qemu/capabilities/lookup';
import type { HbaModel } from '../../qemu/scsi-devices';
import type { Context } from '../context';
import { unwokenThread } from '../iothread-events';
import { requires } from '../requires';
import { mappingProblem } from '../virtio/queue-mapping';
import { virtioVariant } from '../virtio/variant';
import { defaultScsiModel, hbaModelOf } from './scsi-model';

/** libvirt's model -> QEMU's device, and the capability that tells whether this QEMU has it. */
const DRIVERS: Readonly<Record<PlainModel, readonly [string, Capability]>> = {
  lsilogic: ['lsi', 'lsi'],
  lsisas1068: ['mptsas1068', 'mptsas1068'],
  lsisas1078: ['megasas', 'megasas'],
  vmpvscsi: ['pvscsi', 'pvscsi'],
  ibmvscsi: ['spapr-vscsi', 'spapr-vscsi'],
  am53c974: ['am53c974', 'am53c974'],
  dc390: ['dc390', 'dc390'],
};

const VIRTIO = {
  'virtio-scsi': 'virtio',
  'virtio-transitional': 'virtio-transitional',
  'virtio-non-transitional': 'virtio-non-transitional',
} as const satisfies Partial<Record<HbaModel, VirtioModel>>;
type VirtioScsiModel = keyof typeof VIRTIO;
type PlainModel = Exclude<HbaModel, VirtioScsiModel | 'ncr53c90'>;

export function isVirtioScsi(model: string | undefined): model is VirtioScsiModel {
  return model !== undefined && model in VIRTIO;
}

/** Fills in the model where the XML names none, or `auto`. */
export function defaultsOfScsi(controller: Controller, guest: Domain, context: Context): Controller {
  if (controller.model !== undefined && controller.model !== 'auto') return controller;
  const model = defaultScsiModel(guest, context);
  if (model === undefined) context.report(scsiModelUndetermined(controller.at));
  return { ...controller, model };
}

export function validateScsi(controller: Controller, guest: Domain, context: Context): void {
  if (controller.model === undefined) return;
  const model = hbaModelOf(controller, guest, context);
  const at = controller.at.of('@model');
  if (model === undefined) context.report(hbaUnknown(at, controller.model));
  else if (isVirtioScsi(model)) validateVirtioScsi(controller, guest, context);
  else {
    validateHba(controller, model, context);
    validatePlace(controller, model, context);
    validatePlain(controller, model, context);
  }
}

function validateHba(
  controller: Controller,
  model: PlainModel | 'ncr53c90',
  { profile, qemu, report }: Context,
): void {
  const at = controller.at.of('@model');
  // libvirt has no capability for it, and lets QEMU say so
  if (model === 'ibmvscsi' && !profile.scsiByTable) return;
  if (model === 'ncr53c90') {
    if (qemu.arch !== 'sparc') report(hbaOnBoardOnly(at, model));
  } else if (!qemu.has(DRIVERS[model][1]))
    report(hbaMissing(at, model, DRIVERS[model][0], rowOf(DRIVERS[model][1]).since));
}

/** libvirt writes what it is given to HBAs that are PCI devices (src/qemu/qemu_command.c). */
function validatePlace({ address }: Controller, model: HbaModel, { profile, report }: Context): void {
  const bus = model === 'ibmvscsi' ? 'spapr-vio' : 'pci';
  if (address === undefined || address.type === bus || (bus === 'pci' && profile.libvirtDefaults)) return;
  report(addressInvalid(address.at.of('@type'), `this HBA has an address of type '${bus}'`));
}

function validatePlain(controller: Controller, model: HbaModel, context: Context): void {
  const { virtio, iothread } = controller.driver;
  const { iommu, ats, packed, pagePerVq } = virtio;
  const options = { iommu, ats, packed, page_per_vq: pagePerVq };
  refuse({ iothread }, controller, model, context);
  if (context.profile.libvirtDefaults) leaveOut(options, controller, context);
  else refuse(options, controller, model, context);
  refuseScsiOptions(controller, model, context);
}

/** What only virtio-scsi has, of all controllers (libvirt src/qemu/qemu_validate.c). */
export function refuseScsiOptions(controller: Controller, model: string, context: Context): void {
  const { queues, cmdPerLun, maxSectors, ioeventfd, iothreads } = controller.driver;
  const named = { queues, cmd_per_lun: cmdPerLun, max_sectors: maxSectors, ioeventfd, iothreads };
  refuse(named, controller, model, context);
}

function leaveOut(named: Readonly<Record<string, unknown>>, { at }: Controller, { report }: Context): void {
  for (const [name, value] of Object.entries(named))
    if (value !== undefined) report(virtioOptionUnused(at.of(`driver/@${name}`), name));
}

function refuse(
  named: Readonly<Record<string, unknown>>,
  { at }: Controller,
  model: string,
  { report }: Context,
): void {
  for (const [name, value] of Object.entries(named))
    if (value !== undefined)
      report(
        virtioScsiOnly(at.of(name === 'iothreads' ? 'driver/iothreads' : `driver/@${name}`), name, model),
      );
}

function validateVirtioScsi(controller: Controller, guest: Domain, context: Context): void {
  const { qemu, report } = context;
  const { at, driver, address } = controller;
  if (!qemu.has('virtio-scsi-pci'))
    report(hbaMissing(at.of('@model'), 'virtio-scsi', 'virtio-scsi', rowOf('virtio-scsi-pci').since));
  const wanted = [
    ...(driver.iothread === undefined ? [] : [{ id: driver.iothread, at: at.of('driver/@iothread') }]),
    ...(driver.iothreads ?? []).map(({ id }) => ({ id, at: at.of('driver/iothreads') })),
  ];
  if (driver.iothread !== undefined)
    requires(context, 'virtio-scsi.iothread', at.of('driver/@iothread'), "'iothread'");
  if (driver.iothreads !== undefined)
    requires(
      context,
      'virtio-scsi.iothread-mapping',
      at.of('driver/iothreads'),
      'a mapping of queues to iothreads',
    );
  if (driver.iothread !== undefined && driver.iothreads !== undefined)
    report(
      iothreadInvalid(
        at.of('driver/iothreads'),
        'its queues run in one I/O thread or in several',
        'remove these or iothread',
      ),
    );
  for (const { id, at: place } of wanted) {
    if (!guest.iothreads.some((iothread) => iothread.id === id)) report(iothreadUndefined(place, id));
  }
  const wrong = mappingProblem(driver.iothreads ?? [], driver.queues);
  if (wrong) report(iothreadInvalid(at.of('driver/iothreads'), wrong.problem, wrong.help));
  const first = wanted[0];
  if (context.profile.checksForQemu) validateQueues(controller, context);
  if (first !== undefined && address !== undefined && address.type !== 'pci' && address.type !== 'ccw')
    report(iothreadAddress(first.at, address.type));
}

/** QEMU include/hw/virtio/virtio.h VIRTIO_QUEUE_MAX, without those for control and events. */
const MOST_QUEUES = 1022;

/** What no QEMU starts with; libvirt leaves it to QEMU. */
function validateQueues(controller: Controller, { report }: Context): void {
  const { at, driver } = controller;
  const { queues } = driver;
  if (queues !== undefined && queues > MOST_QUEUES)
    report(virtioScsiQueues(at.of('driver/@queues'), queues, MOST_QUEUES));
  const unwoken = unwokenThread(controller);
  if (unwoken) report(unwoken);
}

/** libvirt calls one card otherwise than QEMU does, and no QEMU starts with it. */
function driverOf(model: PlainModel | 'ncr53c90', { profile }: Context): string | undefined {
  if (model === 'ncr53c90') return undefined;
  return model === 'dc390' && !profile.scsiByTable ? 'dc-390' : DRIVERS[model][0];
}

/** The HBA in QEMU's words; undefined: refused above. */
export function planScsiHba(controller: Controller, guest: Domain, context: Context): ScsiHba | undefined {
  const model = hbaModelOf(controller, guest, context);
  if (model === undefined) return undefined;
  if (!isVirtioScsi(model)) return { driver: driverOf(model, context), virtio: {} };
  const { driver } = controller;
  return {
    virtio: driver.virtio,
    ...virtioVariant('virtio-scsi', VIRTIO[model], controller.address, context),
    iothread: driver.iothread === undefined ? undefined : `iothread${driver.iothread}`,
    iothreadMapping: driver.iothreads,
    numQueues: driver.queues,
    cmdPerLun: driver.cmdPerLun,
    maxSectors: driver.maxSectors,
    ioeventfd: driver.ioeventfd,
  };
}
