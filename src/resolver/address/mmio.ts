import { mmioNone } from '../../diagnostics/catalog';
import type { Device } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { machineFamily } from '../machine/family';
import { isUnplacedVirtio } from '../virtio/place';
import { mapDevices } from '../map-devices';

/**
 * Boards with virtio-mmio slots. A `virt` board has PCI as well: there one device on virtio-mmio takes the others
 * along (libvirt src/qemu/qemu_domain_address.c); microvm and vexpress have nothing else.
 */
export function mmioAddresses(guest: Domain, context: Context): Domain {
  const given = guest.devices.filter(({ address }) => address?.type === 'virtio-mmio');
  const board = boardOf(guest, context);
  if (board === 'none') {
    for (const { address, at } of given) context.report(mmioNone((address?.at ?? at).of('@type')));
    return guest;
  }
  if (board === 'beside PCI' && given.length === 0) return guest;
  return mapDevices(guest, placed);
}

function placed(device: Device): Device {
  return isUnplacedVirtio(device) ? { ...device, address: { type: 'virtio-mmio', at: device.at } } : device;
}

function boardOf(guest: Domain, context: Context): 'only' | 'beside PCI' | 'none' {
  const family = machineFamily(guest, context);
  if (family === 'virt') return 'beside PCI';
  const vexpress = guest.os.machine?.startsWith('vexpress-') === true;
  return family === 'microvm' || vexpress ? 'only' : 'none';
}
