import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const hostdevAddressType = (at: Place, type: string, allowed: readonly string[]) =>
  error('hostdev-address-type', at, `this host device cannot have an address of type '${type}'`, {
    help:
      allowed.length === 0
        ? 'remove the address: it is on no bus'
        : `use type='${allowed.join("' or type='")}', or remove the address to have one chosen`,
  });

export const hostdevNoBoot = (at: Place) =>
  error('hostdev-no-boot', at, 'a guest cannot boot from a vhost-scsi device', {
    help: 'remove <boot>; firmware sees no disk there',
  });

export const hostdevDriverGone = (at: Place, driver: string) =>
  error('hostdev-driver-gone', at, `PCI passthrough by '${driver}' is not in QEMU`, {
    help: "use <driver name='vfio'/>, or remove the element",
  });

export const hostdevInvalid = (at: Place, problem: string, instead: string) =>
  error('hostdev-invalid', at, `this host device cannot be passed through: ${problem}`, {
    help: `use ${instead}`,
  });

export const hostdevAttribute = (at: Place, attribute: string, type: string) =>
  error('hostdev-attribute', at, `'${attribute}' is not for a <hostdev> of type '${type}'`, {
    help: 'remove the attribute',
  });

/** libvirt fills in the port of an iSCSI disk, and not that of a host device. */
export const hostdevPortless = (at: Place) =>
  warning('hostdev-portless', at, 'libvirt asks for port 0 where an iSCSI host device names none', {
    help: "add port='3260'",
  });

export const hostdevRamfbTwice = (at: Place, first: Place) =>
  error('hostdev-ramfb-twice', at, 'only one host device can show its boot screen through ramfb', {
    notes: [{ message: 'this one does', at: first }],
    help: "leave ramfb='on' at one of them",
  });

export const hostdevScsiOnly = (at: Place, attribute: 'rawio' | 'sgio') =>
  error('hostdev-scsi-only', at, `'${attribute}' is for <hostdev type='scsi'> only`, {
    help: 'remove the attribute',
  });

export const sgioUnfiltered = (at: Place) =>
  error('sgio-unfiltered', at, "sgio='unfiltered' needs a kernel that no longer exists", {
    help: "remove it; rawio='yes' lets the guest send any command",
  });

export const hostdevDuplicate = (at: Place, name: string, first: Place) =>
  error('hostdev-duplicate', at, `${name} is passed through twice`, {
    notes: [{ message: 'it is passed through here', at: first }],
    help: 'remove one of the two',
  });

export const usbHostUnnamed = (at: Place) =>
  error('usb-host-unnamed', at, 'nothing says which USB device of the host it is', {
    help: "add <vendor id='0x...'/> and <product id='0x...'/>, or <address bus='1' device='2'/>",
  });

export const guestResetMissing = (at: Place) =>
  error('usb-guest-reset-missing', at, 'this QEMU cannot be told what a reset by the guest does', {
    help: 'use QEMU 4.2 or newer, or remove guestReset',
  });
