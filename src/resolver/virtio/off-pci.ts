import { virtioPciOnly } from '../../diagnostics/catalog';
import type { Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { isVirtio } from './driver';
import { virtioOptionsOf } from './options';
import { speaksVirtio } from './place';

/**
 * On a channel of s390x or in a slot of memory, a virtio device has neither the variants nor all options that it has on PCI:
 * QEMU would not start (hw/s390x/virtio-ccw.c, hw/virtio/virtio-mmio.c).
 */
export function checkOffPci(guest: Domain, context: Context): Domain {
  if (context.profile.checksForQemu)
    for (const device of guest.devices)
      if (isOffPci(device) && speaksVirtio(device)) checkDevice(device, context);
  return guest;
}

function isOffPci({ address }: Device): boolean {
  return address?.type === 'ccw' || address?.type === 'virtio-mmio';
}

function checkDevice(device: Device, { report }: Context): void {
  const { ats, pagePerVq } = virtioOptionsOf(device);
  const { at } = device;
  if (ats !== undefined) report(virtioPciOnly(at.of('driver/@ats'), "'ats'", 'remove it'));
  if (pagePerVq !== undefined)
    report(virtioPciOnly(at.of('driver/@page_per_vq'), "'page_per_vq'", 'remove it'));
  const model = 'model' in device ? (device.model ?? '') : '';
  if (isVirtio(model) && model !== 'virtio')
    report(virtioPciOnly(at.of('@model'), `'${model}'`, instead(device)));
  if (device.kind === 'controller' && device.vectors !== undefined)
    report(virtioPciOnly(at.of('@vectors'), "'vectors'", 'remove it'));
}

/** The controller of SCSI has models of its own. */
function instead(device: Device): string {
  const name = device.kind === 'controller' && device.type === 'scsi' ? 'virtio-scsi' : 'virtio';
  return `use model='${name}'`;
}
