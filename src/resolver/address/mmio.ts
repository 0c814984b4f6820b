import { mmioNone, virtioBusMissing } from '../../diagnostics/catalog';
import type { Device, DeviceKind } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { isVirtioScsi } from '../controller/scsi';
import { mayHavePci } from './pci/board';
import { machineFamily } from '../machine/family';
import { isUnplacedVirtio } from '../virtio/place';
import { mapDevices } from '../map-devices';

/** Kinds that are not taken along. */
const STAYS_ON_PCI: readonly DeviceKind[] = ['filesystem', 'vsock'];

/**
 * Boards with virtio-mmio slots. A `virt` board has PCI as well: there one device on virtio-mmio takes the others
 * along (libvirt src/qemu/qemu_domain_address.c); microvm and vexpress have nothing else.
 */
export function mmioAddresses(guest: Domain, context: Context): Domain {
  const given = guest.devices.filter(({ address }) => address?.type === 'virtio-mmio');
  const board = boardOf(guest, context);
  if (board === 'none') {
    // libvirt lets QEMU say so
    if (context.profile.checksForQemu)
      for (const { address, at } of given) context.report(mmioNone((address?.at ?? at).of('@type')));
    if (!hasVirtioBus(guest, context))
      guest.devices.forEach((device) => refuseUnplaced(device, guest, context));
    return guest;
  }
  if (board === 'only') return mapDevices(guest, placed);
  if (given.length === 0) return guest;
  return mapDevices(guest, (device) => (STAYS_ON_PCI.includes(device.kind) ? device : placed(device)));
}

/**
 * Boards of ARM and RISC-V that libvirt knows no bus of. It writes no virtio device without an address
 * (src/qemu/qemu_command.c qemuBuildVirtioDevGetConfig); cards of ARM boards are on the board.
 */
function hasVirtioBus(guest: Domain, context: Context): boolean {
  return !context.profile.libvirtDefaults || mayHavePci(guest, context);
}

function refuseUnplaced(device: Device, { os }: Domain, { qemu, report }: Context): void {
  if (device.kind === 'interface' && !(os.arch ?? qemu.arch).startsWith('riscv')) return;
  if (isUnplacedVirtio(device) && !isOtherHba(device)) report(virtioBusMissing(device.at));
}

/** A SCSI controller that is none of virtio's; one without a model may become one. */
function isOtherHba(device: Device): boolean {
  if (device.kind !== 'controller' || device.type !== 'scsi') return false;
  const { model = 'auto' } = device;
  return model !== 'auto' && !isVirtioScsi(model);
}

function placed(device: Device): Device {
  return isUnplacedVirtio(device) && !isOtherHba(device)
    ? { ...device, address: { type: 'virtio-mmio', at: device.at } }
    : device;
}

function boardOf(guest: Domain, context: Context): 'only' | 'beside PCI' | 'none' {
  const family = machineFamily(guest, context);
  if (family === 'virt') return context.qemu.has('virtio-mmio') ? 'beside PCI' : 'none';
  const vexpress = guest.os.machine?.startsWith('vexpress-') === true;
  return family === 'microvm' || vexpress ? 'only' : 'none';
}
