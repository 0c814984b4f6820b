import type { Place } from '../../model/place';
import { error } from '../diagnostic';

export const controllerTwice = (at: Place, type: string, index: number, first: Place) =>
  error('controller-twice', at, `there is more than one ${type} controller with the index ${index}`, {
    notes: [{ message: 'the first one is here', at: first }],
    help: 'give one of them another index, or leave the index out',
  });

export const nvmeSerialMissing = (at: Place) =>
  error('nvme-serial', at, 'an NVMe controller has a serial number, and this one is given none', {
    help: 'add <serial> to the controller or to one of its disks',
  });

export const nvmeSerialOther = (at: Place, serial: string, owner: Place) =>
  error(
    'nvme-serial',
    at,
    `the namespaces of an NVMe controller have its serial number, which is '${serial}'`,
    {
      notes: [{ message: 'the controller has it from here', at: owner }],
      help: 'remove this one, or give the disk another controller: nvme1n1 is on the second',
    },
  );

export const nvmeQueues = (at: Place, fewest: number, most: number) =>
  error(
    'nvme-queues',
    at,
    `an NVMe controller has ${fewest} to ${most} queues, that of its administrator among them`,
    {
      help: `use a number from ${fewest} to ${most}, or remove it`,
    },
  );

/** `isPc`: there is a machine for such a guest that has one. */
export const ideMissing = (at: Place, isPc: boolean) =>
  error('ide-missing', at, 'this machine has no IDE controller, and QEMU cannot add one', {
    help: isPc
      ? "put its disks on another bus, such as sata or virtio, or use machine='pc'"
      : 'put its disks on another bus, such as scsi or virtio',
  });

/** `buses`: how many it has, of two disks each. */
export const ideSingle = (at: Place, buses: number) =>
  error('ide-single', at, 'this machine has one IDE controller, and QEMU cannot add another', {
    help:
      buses > 1
        ? 'it holds four disks (controller 0, bus 0-1, unit 0-1); put further ones on another bus'
        : 'it holds two disks (controller 0, bus 0, unit 0-1); put further ones on another bus',
  });

export const usbModelUnknown = (at: Place) =>
  error('usb-model-undetermined', at, 'this QEMU has no USB controller that suits the machine', {
    help: 'name a model that it has',
  });

export const usbModelMissing = (at: Place, driver: string) =>
  error('usb-model-missing', at, `this QEMU has no ${driver}`, {
    help: 'choose another model, such as qemu-xhci',
  });

export const usbPortsLimit = (at: Place, max: number) =>
  error('usb-ports-limit', at, `this USB controller has at most ${max} ports`, {
    help: 'add a second controller or a hub',
  });

export const usbPortsFixed = (at: Place) =>
  error('usb-ports-fixed', at, 'only an xHCI controller has ports to choose', {
    help: "use model='qemu-xhci', or remove ports",
  });

export const usbCompanionPorts = (at: Place, problem: string) =>
  error('usb-companion-ports', at, problem, {
    help: 'give each companion two of the six ports: it starts at 0, 2 or 4',
  });

export const usbCompanionModel = (at: Place, problem: string) =>
  error('usb-companion-model', at, problem, {
    help: 'give an ich9-uhci1, -uhci2 or -uhci3 the index of an ich9-ehci1; or remove <master>',
  });

export const usbCompanionAlone = (at: Place, index: number) =>
  error('usb-companion-alone', at, `USB controller ${index} is a companion without a master`, {
    help: `add <controller type='usb' index='${index}' model='ich9-ehci1'/>`,
  });

/** libvirt leaves the first bus out, or names it as what it is. */
export const pciRootUnnamed = (at: Place, model: string) =>
  error('pci-model-missing', at, 'the PCI controller with the index 0 must say that it is the root', {
    help: `add model='${model}', or remove it`,
  });

export const pciModelMissing = (at: Place) =>
  error('pci-model-missing', at, 'a PCI controller other than the first must say what it is', {
    help: "add model='pci-bridge', 'pcie-root-port' or another",
  });

export const pciModelNameInvalid = (at: Place, name: string, model: string, names: readonly string[]) =>
  error('pci-model-name-invalid', at, `'${name}' is no ${model}`, {
    help:
      names.length === 0
        ? 'remove <model>: it is part of the machine'
        : `use ${names.join(' or ')}, or remove <model>`,
  });

export const pciOptionMisplaced = (at: Place, path: string, model: string) =>
  error('pci-option-misplaced', at, `a ${model} controller has no <${path.replace('/@', ' ')}>`, {
    help: 'remove it',
  });

export const pciReserve = (at: Place, most: number) =>
  error('pci-reserve', at, 'a bridge reserves less than 4 GiB of addresses', {
    help: `use ${most} KiB at the most`,
  });

export const pciRootMisused = (at: Place, problem: string, help: string) =>
  error('pci-root-misused', at, problem, { help });

export const pciExpanderForeign = (at: Place, model: string, machines: string) =>
  error('pci-expander-foreign', at, `this machine takes no ${model}`, { help: `use ${machines}` });

export const pciRootExpected = (at: Place, model: string, expected: string) =>
  error('pci-root-expected', at, `PCI controller 0 of this machine is a ${expected}, not a ${model}`, {
    help: `write model='${expected}', or leave the controller out`,
  });

export const pciNumaNode = (at: Place, node: number, cells: number) =>
  error('pci-numa-node', at, `the guest has no NUMA node ${node}; <cpu><numa> has ${cells} cells`, {
    help: 'use the id of a cell, or remove <node>',
  });

export const controllerIothread = (at: Place, type: string) =>
  error('controller-iothread', at, `a ${type} controller cannot run in an iothread`, {
    help: 'remove the attribute: among controllers only virtio-scsi has it',
  });
