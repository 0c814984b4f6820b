import { diskAddressRange, diskAddressTaken, diskAddressType } from '../../diagnostics/catalog';
import { driveText, type Address } from '../../model/address';
import type { Disk, DiskBus } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { ideBuses } from '../machine/ide';
import { firstDisks } from './first-disks';
import { busOf, type Rule } from './rule';

/** Undefined: a card reader has one place, and the others QEMU does not have. */
const FITTING: Readonly<Record<DiskBus, readonly Address['type'][] | undefined>> = {
  ide: ['drive'],
  fdc: ['drive'],
  scsi: ['drive'],
  sata: ['drive'],
  nvme: ['drive'],
  virtio: ['pci', 'ccw', 'virtio-mmio'],
  usb: ['usb'],
  sd: undefined,
  xen: undefined,
  uml: undefined,
};

/** The last number of each part, as far as QEMU's controllers of that bus go; SCSI depends on the HBA. */
const LAST: Partial<Record<DiskBus, Partial<Record<'controller' | 'bus' | 'target', number>>>> = {
  ide: { controller: 0, target: 0 },
  fdc: { controller: 0, bus: 0, target: 0 },
  sata: { bus: 0, target: 0 },
};

/**
 * The same as QEMU counts, where libvirt takes more: two units on each of two IDE buses or of one, six ports of an AHCI,
 * 256 namespaces (QEMU hw/nvme/nvme.h NVME_MAX_NAMESPACES).
 */
const LAST_OF_QEMU: Partial<Record<DiskBus, Partial<Record<'bus' | 'target' | 'unit', number>>>> = {
  ide: { bus: 1, unit: 1 },
  fdc: { unit: 1 },
  sata: { unit: 5 },
  nvme: { bus: 0, target: 0, unit: 255 },
};

const type: Rule = (disk) => {
  const bus = busOf(disk);
  const fitting = FITTING[bus];
  if (disk.address === undefined || fitting === undefined || fitting.includes(disk.address.type))
    return undefined;
  return diskAddressType(disk.address.at, disk.address.type, disk.target.dev, bus, fitting);
};

const range: Rule = (disk) => {
  const bus = busOf(disk);
  const { address } = disk;
  const last = LAST[bus];
  if (address?.type !== 'drive' || last === undefined) return undefined;
  for (const part of ['controller', 'bus', 'target'] as const) {
    const max = last[part];
    if (max !== undefined && address[part] > max)
      return diskAddressRange(address.at.of(`@${part}`), `${part} ${address[part]}`, bus, max);
  }
  return undefined;
};

const rangeOfQemu: Rule = (disk, guest, context) => {
  const bus = busOf(disk);
  const { address } = disk;
  const last = LAST_OF_QEMU[bus];
  if (address?.type !== 'drive' || last === undefined || !context.profile.addressesFit) return undefined;
  if (range(disk, guest, context) !== undefined) return undefined;
  for (const part of ['bus', 'target', 'unit'] as const) {
    const max = bus === 'ide' && part === 'bus' ? lastIdeBus(guest, context) : last[part];
    if (max !== undefined && address[part] > max)
      return diskAddressRange(address.at.of(`@${part}`), `${part} ${address[part]}`, bus, max);
  }
  return undefined;
};

/** A board without any is refused as such. */
const lastIdeBus = (guest: Domain, context: Context) => (ideBuses(guest, context) === 1 ? 0 : 1);

const byAddress = firstDisks((disk) => keyOf(disk));

/** Two disks at one place; SCSI disks are checked together with hostdevs. */
const unique: Rule = (disk, guest) => {
  const key = keyOf(disk);
  const first = key === undefined ? undefined : byAddress(guest, key);
  if (key === undefined || disk.address === undefined || first === undefined || first === disk)
    return undefined;
  return diskAddressTaken(disk.address.at, key, { name: first.target.dev, at: first.at });
};

/** `sata 0:0:0:1`; undefined for a disk that has no drive address of its own. */
function keyOf(disk: Disk): string | undefined {
  const { address } = disk;
  const bus = busOf(disk);
  if (address?.type !== 'drive' || bus === 'scsi') return undefined;
  return `${bus} ${driveText(address)}`;
}

export const ADDRESS_RULES: readonly Rule[] = [type, range, rangeOfQemu, unique];
