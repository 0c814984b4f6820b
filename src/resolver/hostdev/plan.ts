import type { Domain } from '../../model/domain';
import type { Hostdev } from '../../model/hostdev';
import type { PlannedHostdev } from '../../model/plan/hostdev';
import type { Slot } from '../../model/slot';
import type { Context } from '../context';
import { isScsiLun, planScsiSlot } from '../scsi/address';
import { lunBootIndex } from '../scsi/choice';
import { slotOf } from '../address/slot';
import { planMdev } from './mdev';
import { planScsiLun } from './scsi';
import { isLeftOut, planUsbHost } from './usb';
import { planVfio } from './vfio';
import { planVhostScsi } from './vhost-scsi';

type Passed = PlannedHostdev['passed'];

/** Undefined for one that leaves no argument: refused, or not to be plugged in at start. */
export function planHostdev(device: Hostdev, guest: Domain, context: Context): PlannedHostdev | undefined {
  // `unassigned` keeps the device from the host's drivers and out of the guest.
  if (device.address?.type === 'unassigned') return undefined;
  const { source } = device;
  if (source.type === 'usb' && isLeftOut(source, context.host.usb)) {
    context.decide({
      subject: device.alias ?? 'hostdev',
      value: 'left out',
      reason: "the device is not plugged in, and startupPolicy='optional' allows that",
      at: device.at.of('source'),
    });
    return undefined;
  }
  const passed = planSource(device, guest, context);
  if (passed === undefined) return undefined;
  return {
    kind: 'hostdev',
    device,
    id: device.alias ?? 'hostdev0',
    slot: slotFor(device, guest, context),
    bootindex: bootOf(device, context),
    passed,
  };
}

function bootOf(device: Hostdev, context: Context): number | undefined {
  const { bootOrder } = device;
  return isScsiLun(device) ? lunBootIndex(device, context) : bootOrder;
}

function slotFor(device: Hostdev, guest: Domain, context: Context): Slot {
  return isScsiLun(device) ? planScsiSlot(device, guest, context) : slotOf(device, guest, context);
}

function planSource(device: Hostdev, guest: Domain, context: Context): Passed | undefined {
  const { source } = device;
  switch (source.type) {
    case 'scsi-host':
    case 'scsi-reference':
    case 'scsi-iscsi':
      return planScsiLun(device, guest, context);
    case 'scsi-set':
      return undefined; // a device for each LUN has taken its place
    case 'vhost-scsi':
      return planVhostScsi(device, source, context);
    case 'pci':
      return planVfio(device, source, guest, context);
    case 'mdev':
      return planMdev(device, source, context);
    case 'usb':
      return planUsbHost(source, context);
  }
}
