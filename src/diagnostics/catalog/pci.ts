import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const pciNone = (at: Place, such = 'pc or q35') =>
  error('pci-none', at, 'the machine has no PCI bus for this device', {
    help: `remove the device, or choose a machine with PCI, such as ${such}`,
  });

export const pciNoneForUsb = (at: Place) =>
  error('pci-none', at, 'the machine has no PCI bus for this device', {
    help: 'remove the controller: the board has one of its own, which devices on USB then use',
  });

export const pciDomainMissing = (at: Place, address: string) =>
  error('pci-domain-missing', at, `PCI address ${address} is in a domain that the guest does not have`, {
    help: "use domain='0x0000'",
  });

export const pciBusMissing = (at: Place, bus: number, last: number) =>
  error('pci-bus-missing', at, `the guest has no PCI bus ${bus}; its last one is ${last}`, {
    help: `add <controller type='pci' index='${bus}' .../>, or use another bus`,
  });

export const pciBusIncompatible = (at: Place, address: string, bus: number, model: string) =>
  error(
    'pci-bus-incompatible',
    at,
    `the device at ${address} cannot be plugged into PCI bus ${bus}, a ${model}`,
    {
      help: 'use a bus that takes such devices, or remove the address to have one chosen',
    },
  );

export const pciSlotRange = (at: Place, slot: number, model: string, min: number, max: number) =>
  error('pci-slot-range', at, `a ${model} has no slot ${slot}`, {
    help: min === max ? `its only slot is ${min}` : `use a slot from ${min} to ${max}`,
  });

export const pciAddressTaken = (at: Place, address: string) =>
  error(
    'pci-address-taken',
    at,
    `PCI address ${address} is taken, by another device or by the board itself`,
    {
      help: 'give one of the devices another slot or function, or remove its address',
    },
  );

export const pciSingleFunction = (at: Place) =>
  error('pci-single-function', at, 'another device has a function of this slot, which has one', {
    help: "use multifunction='on', or leave it out",
  });

export const pciFull = (at: Place) =>
  error('pci-full', at, 'there is no PCI slot left for this device', {
    help: 'add a PCI controller with room, or remove devices',
  });

export const pciFixedAddress = (at: Place, what: string, address: string) =>
  error('pci-fixed-address', at, `${what} is always at PCI address ${address}`, {
    help: 'remove the address',
  });

export const pciChassisRange = (at: Place, chassis: number) =>
  error('pci-chassis-range', at, `chassis number ${chassis} is not from 1 to 255`, {
    help: 'give the bridge a chassisNr or a smaller index',
  });

export const pciChassisTaken = (at: Place, chassis: number) =>
  error('pci-chassis-taken', at, `another port is chassis ${chassis} already`, {
    help: 'give each port a chassis of its own, or leave it out',
  });

export const pciBridgeBelowItself = (at: Place, index: number, bus: number) =>
  error('pci-bridge-order', at, `PCI bridge ${index} is plugged into bus ${bus}, which comes after it`, {
    help: 'plug it into a bus with a smaller number, or give it a larger index',
  });

export const pciBusNrNone = (at: Place) =>
  error('pci-bus-nr-none', at, 'there is no bus number left for this expander bus', {
    help: 'give the expander buses busNr values that leave room',
  });

export const zpciTaken = (at: Place, name: string, id: number) =>
  error('zpci-taken', at, `zPCI ${name} ${id} is used more than once`, {
    help: `give one of the devices another ${name}, or leave it out`,
  });

export const zpciMissing = (at: Place) =>
  error('zpci-missing', at, 'this QEMU has no zPCI: only s390x machines do', { help: 'remove <zpci>' });
