import { lunIothread, scsiControllerAdded } from '../../diagnostics/catalog';
import { driveAddressOf, scsiController, scsiLuns } from '../../resolver/scsi/address';
import { hbaModelOf } from '../../resolver/controller/scsi-model';
import { unwokenThread } from '../../resolver/iothread-events';
import type { Check, CheckInput } from '../check';
import { passedLuns } from './passed';

/** Addresses on a SCSI controller that the file does not have: it is there, but of what model is our choice. */
export const scsiControllers: Check = (input) => {
  const { guest, context } = input;
  const told = new Set<number>();
  for (const lun of scsiLuns(guest)) {
    const address = driveAddressOf(lun);
    // An address that was chosen stands where its device does.
    if (address === undefined || address.at.path === lun.at.path || told.has(address.controller)) continue;
    const controller = scsiController(guest, address.controller);
    if (controller?.implicit !== true) continue;
    told.add(address.controller);
    const model = hbaModelOf(controller, guest, context) ?? 'auto';
    context.report(scsiControllerAdded(address.at.of('@controller'), address.controller, model));
  }
  idleThreads(input);
};

/** scsi-block and scsi-generic hand every request to the kernel on a thread of a pool (QEMU hw/scsi/scsi-generic.c). */
function idleThreads({ guest, plan, context }: CheckInput): void {
  if (!context.qemu.has('scsi-block.sg-io-only')) return;
  const passed = new Set(passedLuns(plan).map(({ device }) => device.at.path));
  for (const device of plan.devices) {
    if (device.kind !== 'controller' || device.device.type !== 'scsi') continue;
    const { at, index, driver } = device.device;
    if (driver.iothread === undefined) continue;
    const luns = scsiLuns(guest).filter((lun) => driveAddressOf(lun)?.controller === index);
    if (luns.length > 0 && luns.every((lun) => passed.has(lun.at.path)))
      context.report(lunIothread(at.of('driver/@iothread'), driver.iothread));
  }
}

/** libvirt leaves to QEMU what does not start; a conversion for QEMU alone has said so. */
export const iothreadEvents: Check = ({ guest, context }) => {
  if (context.profile.checksForQemu) return;
  for (const device of guest.devices) {
    if (device.kind !== 'disk' && device.kind !== 'controller') continue;
    const problem = unwokenThread(device);
    if (problem) context.report(problem);
  }
};
