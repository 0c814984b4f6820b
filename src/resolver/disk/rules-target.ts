import {
  diskBusUnsupported,
  diskDeviceBus,
  diskMachineBus,
  diskOptionInvalid,
  diskOptionMisplaced,
  diskTargetInvalid,
  diskTargetTaken,
} from '../../diagnostics/catalog';
import type { DiskBus, DiskDevice } from '../../model/disk';
import { machineFamily, type MachineFamily } from '../machine/family';
import { lacksIsa } from '../machine/isa';
import { machineOf } from '../machine/type';
import { nvmeTarget, targetIndex } from '../target-index';
import { firstDisks } from './first-disks';
import { busOf, isRemovable, type Rule } from './rule';

const FLOPPY_NAMES = ['fd'];
const DISK_NAMES = ['hd', 'sd', 'vd', 'xvd', 'ubd'];

/** What can be on each bus; QEMU has none of those with nothing. */
const DEVICES_ON: Readonly<Record<DiskBus, readonly DiskDevice[]>> = {
  ide: ['disk', 'cdrom'],
  sata: ['disk', 'cdrom'],
  scsi: ['disk', 'cdrom', 'lun'],
  virtio: ['disk', 'lun'],
  usb: ['disk', 'cdrom'],
  nvme: ['disk', 'cdrom'],
  fdc: ['floppy'],
  sd: ['disk', 'cdrom'],
  xen: [],
  uml: [],
};

const name: Rule = ({ at, device, target, address }, _guest, { profile }) => {
  const prefixes = device === 'floppy' ? FLOPPY_NAMES : DISK_NAMES;
  if (target.dev === '' || (device !== 'floppy' && nvmeTarget(target.dev) !== undefined)) return undefined;
  const isPlace = targetIndex(target.dev) !== undefined;
  // Reported where the address was to be taken from it; libvirt wants a place beside one, too.
  if (!isPlace && (address === undefined || !profile.checksForLibvirt)) return undefined;
  if (isPlace && (device === 'cdrom' || prefixes.some((prefix) => target.dev.startsWith(prefix))))
    return undefined;
  return diskTargetInvalid(at.of('target/@dev'), target.dev, prefixes);
};

/** libvirt src/conf/domain_validate.c; `sda0` is the whole disk for it, and so is `nvme0n1p1`. */
const PARTITION = /^nvme\d+n\d+p0*(?:[2-9]|[1-9]\d+)$|^(?!nvme).*[a-z](?:[1-9]\d*|0\d+)$/;

const partition: Rule = ({ at, target }, _guest, { profile }) =>
  profile.checksForLibvirt && PARTITION.test(target.dev)
    ? diskOptionInvalid(
        at.of('target/@dev'),
        `'${target.dev}' is the name of a partition, not of a disk`,
        'leave out the number',
      )
    : undefined;

const byName = firstDisks(({ target }) => target.dev);

const unique: Rule = (disk, guest) => {
  const { dev } = disk.target;
  const first = byName(guest, dev);
  if (first === undefined || first === disk) return undefined;
  return diskTargetTaken(disk.at.of('target/@dev'), dev, first.at.of('target/@dev'));
};

const bus: Rule = (disk) => {
  const wanted = busOf(disk);
  const at = disk.at.of('target/@bus');
  const devices = DEVICES_ON[wanted];
  if (devices.length === 0) return diskBusUnsupported(at, wanted);
  if (devices.includes(disk.device)) return undefined;
  const buses = Object.entries(DEVICES_ON).filter(([, fitting]) => fitting.includes(disk.device));
  return diskDeviceBus(
    at,
    disk.device,
    wanted,
    buses.map(([fitting]) => fitting),
  );
};

const floppyMachine: Rule = (disk, guest, context) => {
  if (busOf(disk) !== 'fdc') return undefined;
  const none = machineFamily(guest, context) === 'pseries' || lacksIsa(guest, context);
  return none ? diskMachineBus(disk.at, 'floppy drive', machineOf(guest, context)) : undefined;
};

/** Boards that no QEMU gives a card reader to; others have one, or are not known here. */
const WITHOUT_CARDS: readonly MachineFamily[] = [
  'i440fx',
  'q35',
  'isapc',
  'microvm',
  'xen',
  'virt',
  'pseries',
  's390',
];

const cardMachine: Rule = (disk, guest, context) =>
  busOf(disk) === 'sd' && WITHOUT_CARDS.includes(machineFamily(guest, context))
    ? diskMachineBus(disk.at.of('target/@bus'), 'reader of SD cards', machineOf(guest, context))
    : undefined;

/** A closed tray is what every disk has. */
const tray: Rule = ({ at, device, target }) =>
  target.tray === 'open' && device !== 'cdrom' && device !== 'floppy'
    ? diskOptionMisplaced(at.of('target/@tray'), "'tray'", 'CD-ROM and floppy drives')
    : undefined;

/** Who says otherwise whether a medium can be taken out; undefined: nothing on that bus has a word for it. */
const REMOVABLE_BY_ITSELF: Readonly<Partial<Record<DiskDevice, string>>> = {
  lun: 'a LUN tells the guest itself whether its medium can be taken out',
  cdrom: 'the medium of a CD-ROM drive can be taken out in any case',
  floppy: 'the medium of a floppy drive can be taken out in any case',
};

const removable: Rule = (disk, _guest, { profile }) => {
  const wanted = disk.target.removable;
  if (wanted === undefined || (!wanted && !profile.checksForLibvirt)) return undefined;
  if (isRemovable(disk)) return undefined;
  return diskOptionMisplaced(
    disk.at.of('target/@removable'),
    "'removable'",
    "USB drives and for SCSI disks with device='disk'",
    REMOVABLE_BY_ITSELF[disk.device],
  );
};

const rotationRate: Rule = (disk) => {
  if (disk.target.rotationRate === undefined) return undefined;
  if (['ide', 'sata', 'scsi'].includes(busOf(disk)) && disk.device === 'disk') return undefined;
  return diskOptionMisplaced(
    disk.at.of('target/@rotation_rate'),
    "'rotation_rate'",
    "IDE, SATA and SCSI disks with device='disk'",
  );
};

const model: Rule = (disk) => {
  const virtio = disk.model?.startsWith('virtio') ?? false;
  const fitting = virtio ? 'virtio' : 'usb';
  if (disk.model === undefined || busOf(disk) === fitting) return undefined;
  return diskOptionMisplaced(disk.at.of('@model'), `model '${disk.model}'`, `disks on bus '${fitting}'`);
};

/** libvirt itself refuses what QEMU never had: a card that can be ejected (src/qemu/qemu_command.c). */
const ejectedCard: Rule = (disk, _guest, { profile, qemu }) =>
  busOf(disk) === 'sd' && disk.device === 'cdrom' && profile.checksForLibvirt && qemu.has('blockdev')
    ? diskDeviceBus(disk.at, 'cdrom', 'sd', ['scsi', 'sata', 'usb'])
    : undefined;

/** libvirt 12.9 has it for the bus, whatever is on it. */
const dpofua: Rule = (disk, _guest, { profile }) =>
  profile.checksForLibvirt && disk.target.dpofua !== undefined && busOf(disk) !== 'scsi'
    ? diskOptionMisplaced(disk.at.of('target/@dpofua'), "'dpofua'", "disks on bus 'scsi'")
    : undefined;

export const TARGET_RULES: readonly Rule[] = [
  name,
  partition,
  unique,
  bus,
  ejectedCard,
  floppyMachine,
  tray,
  removable,
  rotationRate,
  model,
  dpofua,
];

/** What no QEMU starts with; libvirt leaves it to QEMU. */
export const TARGET_LIMITS: readonly Rule[] = [cardMachine];
