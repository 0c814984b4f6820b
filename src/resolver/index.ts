import type { Device, DeviceKind } from '../model/device';
import type { Domain } from '../model/domain';
import type { LaunchPlan } from '../model/plan';
import type { PlannedDevice } from '../model/plan/device';
import { validateAddress, withoutStray } from './address/fit';
import { checkPciAlone } from './address/pci-alone';
import { assignBootOrder } from './boot-order';
import type { Context, Findings } from './context';
import { assignDriveAddresses } from './disk/address';
import { planFloppyController } from './disk/floppy-controller';
import { orderDisks } from './disk/order';
import { planGuest } from './guest';
import { fillFirstCell } from './guest/first-cell';
import { fillIothreads } from './guest/iothreads';
import { resolveMachineAlias } from './guest/machine-alias';
import { checkAliases } from './alias/check';
import { aliases } from './alias';
import { checkOverrides } from './override-check';
import { audioVariables } from './audio';
import { displayVariables } from './graphics/display-variables';
import { ccwAddresses } from './address/ccw';
import { selectFirmware } from './firmware';
import { checkHost } from './host-checks';
import { controllerIndexes } from './controller/indexes';
import { planIommufd } from './hostdev/iommufd';
import { interruptRemapping } from './iommu/many-vcpus';
import { hostLunControllers, machineControllers, neededControllers } from './controller/implicit';
import { validateGuest } from './guest/validate';
import { programOf } from './machine/emulator';
import { implicitDevices } from './implicit/devices';
import { mmioAddresses } from './address/mmio';
import type { KindResolver } from './kind';
import { RESOLVERS } from './kinds';
import { expandScsiSets } from './scsi/set';
import { assignScsiAddresses } from './scsi/assign';
import { checkScsiAddresses } from './scsi/check';
import { checkStableNames } from './scsi/stable-names';
import { spaprVioAddresses } from './address/spapr-vio';
import { usbAddresses } from './address/usb';
import { checkUsbSpeed } from './address/usb-speed';
import { modernBehindIommu } from './virtio/behind-iommu';
import { checkOffPci } from './virtio/off-pci';
import { validateVirtioRelease } from './virtio/release';
import { virtioSerialAddresses } from './address/virtio-serial';
import { pciAddresses } from './address/pci';
import { onlyCell } from './memory-device/only-cell';
import { memorySlots } from './memory-device/slots';
import { moveVirtioLuns } from './scsi/virtio-lun';
import { mapDevices } from './map-devices';

/** One decision over the whole guest. Pure: it returns a guest that knows more. */
export type Pass = (guest: Domain, context: Context) => Domain;

/** The order of decisions. Nothing else decides it. */
const PASSES: readonly Pass[] = [
  resolveMachineAlias,
  selectFirmware,
  checkAliases, // the names that the user chose
  fillIothreads,
  fillFirstCell,
  implicitDevices, // screen, balloon, audio: what the XML leaves out
  onlyCell, // of a guest whose memory can grow
  interruptRemapping, // for more processors than plain interrupts reach
  hostLunControllers, // libvirt has them first
  controllerIndexes,
  checkStableNames, // no source rests on the order of discovery
  expandScsiSets, // whole targets and adapters of the host: one device per LUN
  machineControllers, // on the board, and USB
  orderDisks, // of one bus, by target name, as far as the bus is written
  defaults, // each device's own defaults
  moveVirtioLuns, // where QEMU has no LUN on virtio-blk
  assignDriveAddresses, // IDE, SATA and floppies: by target name
  assignScsiAddresses, // by target name, or the next free place
  neededControllers, // for disks, ports and LUNs
  checkScsiAddresses, // what each HBA takes, and one device a place
  assignBootOrder, // <os><boot dev=> or the devices' own
  validateGuest,
  validate,
  checkHost, // what the guest names is there, and free
  memorySlots, // of memory modules
  virtioSerialAddresses,
  spaprVioAddresses, // of POWER
  ccwAddresses, // s390x, and boards with virtio-mmio: what is left of virtio is PCI
  mmioAddresses,
  pciAddresses,
  usbAddresses,
  checkUsbSpeed,
  modernBehindIommu, // by the slot
  checkOffPci, // what only PCI has
  checkPciAlone, // ACPI indexes and ROMs
  aliases,
  checkOverrides,
];

export interface Undecided {
  readonly context: Context;
  /** It knows more after each pass. */
  guest: Domain;
}

/** Everything decided that domain XML has a word for, of many guests a pass at a time. */
export function decideTogether(all: readonly Undecided[]): void {
  for (const pass of PASSES) for (const one of all) one.guest = pass(one.guest, one.context);
}

/** What QEMU is told of a guest after all passes. */
export function planOf(guest: Domain, context: Context, findings: Findings): LaunchPlan {
  const devices = guest.devices
    .map((device) => resolverOf(device).plan(device, guest, context))
    .filter((planned): planned is PlannedDevice => planned !== undefined);
  return {
    profile: context.profile,
    program: programOf(guest, context),
    environment: environmentOf(guest, context),
    ...planGuest(guest, context),
    devices,
    iommufd: planIommufd(guest, devices, context),
    floppyController: planFloppyController(guest, devices, context.qemu),
    passthroughArgs: guest.qemu.args.map(({ value }) => value),
    overrides: guest.qemu.overrides,
    ...findings,
  };
}

/** QEMU reads the time zone of a local clock from its environment, and its libraries what sound and a window need. */
function environmentOf(guest: Domain, context: Context): LaunchPlan['environment'] {
  const { clock, qemu } = guest;
  const { offset, timezone } = clock;
  const sound = Object.entries(audioVariables(guest, context));
  return [
    ...(offset === 'timezone' && timezone !== undefined ? [{ name: 'TZ', value: timezone }] : []),
    ...sound.map(([name, value]) => ({ name, value })),
    ...displayVariables(guest),
    ...qemu.env.map(({ name, value }) => ({ name, value: value ?? '' })),
  ];
}

function defaults(guest: Domain, context: Context): Domain {
  return mapDevices(guest, (written) => {
    const device = withoutStray(written, context);
    return resolverOf(device).defaults?.(device, guest, context) ?? device;
  });
}

function validate(guest: Domain, context: Context): Domain {
  for (const device of guest.devices) {
    validateVirtioRelease(device, context);
    validateAddress(device, context);
    resolverOf(device).validate?.(device, guest, context);
  }
  return guest;
}

/** TypeScript cannot follow that a device fits the resolver of its own kind; this is the one place that says so. */
function resolverOf(device: Device): KindResolver<DeviceKind> {
  return RESOLVERS[device.kind] as unknown as KindResolver<DeviceKind>;
}
