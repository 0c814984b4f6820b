import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

export const romMisplaced = (at: Place) =>
  error('rom-misplaced', at, 'only a PCI device has a ROM', { help: 'remove <rom>' });

export const acpiIndexMisplaced = (at: Place) =>
  error('acpi-index-misplaced', at, 'only a PCI device can have an ACPI index', {
    help: 'remove <acpi>, or give the device a PCI address',
  });

export const acpiIndexUnused = (at: Place) =>
  warning('acpi-index-unused', at, 'this device is no PCI device of its own, and has no ACPI index', {
    help: 'remove <acpi>',
  });

/** The number of an on-board device in its firmware's tables (QEMU ONBOARD_INDEX_MAX). */
export const acpiIndexTooLarge = (at: Place, index: number, most: number) =>
  error('acpi-index-too-large', at, `no device has the ACPI index ${index}: QEMU takes up to ${most}`, {
    help: `use 1 to ${most}, or remove <acpi>`,
  });

export const acpiIndexTaken = (at: Place, index: number, first: Place) =>
  error('acpi-index-taken', at, `the ACPI index ${index} is used twice`, {
    notes: [{ at: first, message: 'it is used here' }],
    help: 'give one of the devices another index, or remove its <acpi>',
  });

export const addressInvalid = (at: Place, problem: string) =>
  error('address-invalid', at, problem, {
    help: 'correct the address, or remove it to have one chosen',
  });

export const addressLeftOut = (at: Place, type: string) =>
  warning('address-left-out', at, `this device can have no address of type '${type}': it gets another`, {
    help: 'correct the address, or remove it',
  });

export const ccwNone = (at: Place) =>
  error('ccw-none', at, 'only the s390-ccw-virtio machines have a channel subsystem', {
    help: 'remove the address to have one of the right type chosen',
  });

export const ccwAddressTaken = (at: Place, devno: string, first: Place) =>
  error('ccw-address-taken', at, `CCW device number ${devno} is used twice`, {
    notes: [{ at: first, message: 'it is used here' }],
    help: 'give one of the devices another devno, or remove its address',
  });

export const spaprVioTaken = (at: Place, reg: string, first: Place) =>
  error('spapr-vio-taken', at, `register ${reg} of the virtual bus is used twice`, {
    notes: [{ at: first, message: 'it is used here' }],
    help: 'give one of the devices another reg, or remove it',
  });

export const virtioBusMissing = (at: Place) =>
  error('virtio-bus-missing', at, 'the board has no bus that libvirt knows for a virtio device', {
    help: "give it <address type='pci'/>, or use machine='virt'",
  });

export const mmioNone = (at: Place) =>
  error('mmio-none', at, 'the machine has no virtio-mmio slots', {
    help: 'remove the address to have one of the right type chosen',
  });
