import type { Place } from '../../model/place';
import { error } from '../diagnostic';

/** `<hostdev mode='capabilities'>` of libvirt, which only LXC takes (src/qemu/qemu_validate.c). */
export const hostdevContainerOnly = (at: Place, type: string, name: string | undefined) =>
  error(
    'hostdev-container-only',
    at,
    `<hostdev mode='capabilities' type='${type}'> gives a device to a container (LXC), not to a QEMU guest`,
    { help: elementFor(type, name) },
  );

/** What the thread of 2011 decided against: a device by its logical kind has an element of its own. */
export const hostdevLogical = (at: Place, type: string, name: string | undefined) =>
  error('hostdev-logical-type', at, `a device of type '${type}' is not passed through as a <hostdev>`, {
    help: elementFor(type, name),
  });

export const hostdevTypeUnknown = (at: Place, type: string, mode: string) =>
  error('hostdev-type-unknown', at, `there is no <hostdev mode='${mode}' type='${type}'>`, {
    help:
      mode === 'subsystem'
        ? 'use type pci, usb, scsi, scsi_target, scsi_host or mdev'
        : "use mode='subsystem'; of the capabilities, only scsi can be passed to a QEMU guest",
  });

/** The element that a guest has for such a device, with the name that the XML gives. */
function elementFor(type: string, name: string | undefined): string {
  switch (type) {
    case 'net':
      return `use ${interfaceFor(name)}`;
    case 'storage':
    case 'block':
      return `use <disk type='block' device='disk'> with <source dev='${nodeFor(name) ?? '/dev/...'}'/>, or device='lun' for its SCSI commands`;
    case 'scsi_generic':
      return `use type='scsi' with <source name='${name ?? 'sg3'}'/>`;
    case 'misc':
      return characterFor(name ?? '/dev/...');
    case 'usb_device':
      return "use type='usb' with <vendor id=/> and <product id=/>, or the <address> of the device";
    default:
      return "use <video> with <acceleration accel3d='yes'/>, or type='pci' for the whole card";
  }
}

/** The card as a whole by its PCI function, or the guest's own card on top of it. */
function interfaceFor(name: string | undefined): string {
  const [, domain, bus, slot, fn] =
    /^pci_([0-9a-f]{4})_([0-9a-f]{2})_([0-9a-f]{2})_([0-7])$/.exec(name ?? '') ?? [];
  if (domain !== undefined && bus !== undefined && slot !== undefined && fn !== undefined)
    return `<interface type='hostdev' managed='yes'> with <source><address type='pci' domain='0x${domain}' bus='0x${bus}' slot='0x${slot}' function='0x${fn}'/></source>`;
  // libvirt's net_eth0_00_22_68_0b_dc_ac.
  const card = /^net_(.+?)(?:_[0-9a-f]{2}){6}$/.exec(name ?? '')?.[1] ?? name ?? 'eth0';
  return `<interface type='direct'> with <source dev='${card}' mode='bridge'/>, or <interface type='hostdev'> with the PCI address of the whole card`;
}

function nodeFor(name: string | undefined): string | undefined {
  const node = /^block_([a-z]+[0-9a-z]*)/.exec(name ?? '')?.[1];
  return node === undefined ? name : `/dev/${node}`;
}

function characterFor(path: string): string {
  if (path.startsWith('/dev/input/')) return `use <input type='evdev'> with <source dev='${path}'/>`;
  if (/^\/dev\/tty/.test(path)) return `use <serial type='dev'> with <source path='${path}'/>`;
  return "use the element of such a device (<serial type='dev'>, <input type='evdev'>, <rng>), or pass the hardware behind it through with type='pci' or 'usb'";
}
