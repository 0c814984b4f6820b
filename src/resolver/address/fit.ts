import { addressInvalid, addressLeftOut } from '../../diagnostics/catalog';
import type { Address } from '../../model/address';
import type { Device } from '../../model/device';
import type { SoundModel } from '../../model/sound';
import { isVirtioScsi } from '../controller/scsi';
import type { Context } from '../context';
import { speaksVirtio } from '../virtio/place';

/** libvirt chooses a place for these as if none was written, where the one that is cannot be. */
export function withoutStray(device: Device, { report }: Context): Device {
  const { address } = device;
  if (address === undefined || address.type === 'unassigned' || keeps(device, address.type)) return device;
  report(addressLeftOut(address.at.of('@type'), address.type));
  return { ...device, address: undefined };
}

function keeps(device: Device, type: Address['type']): boolean {
  switch (device.kind) {
    case 'hub':
      return type === 'usb';
    case 'channel':
      return device.targetType !== 'virtio' || type === 'virtio-serial';
    case 'interface':
      return (
        device.type === 'hostdev' ||
        (device.model === 'usb-net' && type === 'usb') ||
        (device.model === 'spapr-vlan' ? type === 'spapr-vio' : OF_VIRTIO.includes(type))
      );
    case 'controller':
      return device.type !== 'scsi' || device.model !== 'ibmvscsi' || type === 'spapr-vio';
    default:
      return true;
  }
}

/** What a kind of device says of its address where it has no rule of its own (libvirt src/qemu/qemu_command.c). */
export function validateAddress(device: Device, { profile, report }: Context): void {
  const { address } = device;
  if (address === undefined) return;
  const place = address.at.of('@type');
  // only a device of the host can be taken from it without being given to the guest
  if (address.type === 'unassigned' && device.kind !== 'hostdev')
    report(addressInvalid(address.at, "only a <hostdev> can have an address of type 'unassigned'"));
  else if (isOfVirtio(device) && !OF_VIRTIO.includes(address.type))
    report(addressInvalid(place, `a virtio device has no address of type '${address.type}'`));
  else if (isOfUsb(device) && address.type !== 'usb')
    report(addressInvalid(place, "a USB device has an address of type 'usb'"));
  else if (isVirtioConsole(device) && address.type !== 'virtio-serial')
    report(addressInvalid(place, "a virtio console has an address of type 'virtio-serial'"));
  else if (profile.checksForQemu && busesOf(device)?.includes(address.type) === false)
    report(addressInvalid(place, `this device has no address of type '${address.type}'`));
}

/** Of devices that are on one bus; libvirt writes the address that it is given, or none. */
function busesOf(device: Device): readonly Address['type'][] | undefined {
  switch (device.kind) {
    case 'video':
      return OF_VIRTIO;
    case 'memory':
      // modules have slots, and a rule of their own
      return speaksVirtio(device) ? OF_VIRTIO : undefined;
    case 'parallel':
      return ['isa'];
    case 'sound':
      return SOUND_BUSES[device.model] ?? OF_VIRTIO;
    case 'controller':
      if (device.type === 'ccid') return ['usb'];
      return ['usb', 'sata', 'ide', 'nvme', 'pci'].includes(device.type) ? ['pci'] : undefined;
    default:
      return undefined;
  }
}

const SOUND_BUSES: { readonly [M in SoundModel]?: readonly Address['type'][] } = {
  sb16: ['isa'],
  pcspk: ['isa'],
  usb: ['usb'],
};

const OF_VIRTIO: readonly Address['type'][] = ['pci', 'ccw', 'virtio-mmio'];

/** Disks, memory and devices of the host have rules of their own; a card's address is left out. */
function isOfVirtio(device: Device): boolean {
  switch (device.kind) {
    case 'disk':
    case 'hostdev':
    case 'interface':
    case 'memory':
      return false;
    case 'controller':
      return device.type === 'scsi' ? isVirtioScsi(device.model) : speaksVirtio(device);
    default:
      return speaksVirtio(device);
  }
}

function isOfUsb(device: Device): boolean {
  return device.kind === 'redirdev' || (device.kind === 'input' && device.bus === 'usb');
}

function isVirtioConsole(device: Device): boolean {
  return device.kind === 'console' && device.targetType === 'virtio';
}
