import {
  diskFormatUnsupported,
  diskNeedsSharedMemory,
  diskOptionConflict,
  diskOptionMisplaced,
  diskShareFormat,
  diskSourceMissing,
} from '../../diagnostics/catalog';
import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import { missing } from '../requires';
import { busOf, type Rule } from './rule';

/** Formats that several writers may have open (libvirt qemuBlockStorageSourceSupportsConcurrentAccess). */
const isShareable = ({ driver, source }: Disk) =>
  (driver.type === undefined || driver.type === 'raw') && source?.encryption === undefined;

/** A -drive may be empty whatever takes it; a node of -blockdev is there or not. */
const empty: Rule = (disk, _guest, { profile, qemu }) => {
  if (disk.source !== undefined) return undefined;
  if (disk.device === 'disk') return diskSourceMissing(disk.at, "a disk with device='disk'");
  const needsNode = profile.storage === 'blockdev' && qemu.has('blockdev');
  return busOf(disk) === 'usb' && needsNode ? diskSourceMissing(disk.at, "a disk on bus 'usb'") : undefined;
};

const shared: Rule = (disk) => {
  if (!disk.shareable || disk.readonly || isShareable(disk)) return undefined;
  return diskShareFormat(disk.at.of('shareable'), disk.target.dev, disk.driver.type ?? 'encrypted');
};

const FORMATS_INSTEAD: Readonly<Record<string, string>> = { iso: 'raw', dir: 'fat' };

/** libvirt's names of formats (src/storage_file/storage_source.c); of those QEMU has, it knows no others. */
const KNOWN_FORMATS = new Set(
  'raw dir bochs cloop dmg iso vpc vdi fat vhd ploop cow qcow qcow2 qed vmdk aio'.split(' '),
);

const format: Rule = ({ at, driver, source }, _guest, { profile }) => {
  if (profile.libvirtDefaults && source?.type === 'dir' && driver.type !== 'fat')
    return diskOptionConflict(
      at.of('driver/@type'),
      'a folder is given as a FAT file system',
      "use type='fat'",
    );
  if (driver.type === undefined) return undefined;
  const instead = FORMATS_INSTEAD[driver.type];
  return instead !== undefined || (profile.libvirtDefaults && !KNOWN_FORMATS.has(driver.type))
    ? diskFormatUnsupported(at.of('driver/@type'), driver.type, instead)
    : undefined;
};

/** libvirt reads the chain before QEMU does. */
const backingFormat: Rule = ({ backing }, _guest, { profile }) => {
  if (!profile.libvirtDefaults) return undefined;
  for (let image = backing; image !== undefined && image !== 'none'; image = image.backing)
    if (image.format === 'aio' || (image.format !== undefined && !KNOWN_FORMATS.has(image.format)))
      return diskFormatUnsupported(image.at.of('format/@type'), image.format);
  return undefined;
};

const copyOnRead: Rule = ({ at, device, readonly, driver }) => {
  if (driver.copyOnRead !== true) return undefined;
  const place = at.of('driver/@copy_on_read');
  if (device === 'cdrom' || device === 'floppy')
    return diskOptionMisplaced(place, "'copy_on_read'", 'disks that cannot be removed');
  return readonly
    ? diskOptionConflict(
        place,
        'copy_on_read writes to the disk, which is read-only',
        'remove one of the two',
      )
    : undefined;
};

const aio: Rule = ({ at, driver }, _guest, { qemu }) => {
  const place = at.of('driver/@io');
  if (driver.io === 'io_uring') return missing(qemu, 'aio.io_uring', place, "io='io_uring'");
  if (driver.io !== 'native' || driver.cache === 'none' || driver.cache === 'directsync') return undefined;
  return diskOptionConflict(
    place,
    "io='native' bypasses the host's cache, which this cache mode uses",
    "add cache='none' or cache='directsync'",
  );
};

/** The guest could not be told: an ATA disk has no word for it (QEMU hw/ide/ide-dev.c wants to write). */
const readonly: Rule = (disk) => {
  const bus = busOf(disk);
  if (!disk.readonly || disk.device !== 'disk' || (bus !== 'ide' && bus !== 'sata')) return undefined;
  return diskOptionMisplaced(disk.at.of('readonly'), '<readonly/>', 'virtio, SCSI and USB disks');
};

const iotune: Rule = ({ at, iotune: limits, driver }) => {
  if (limits === undefined) return undefined;
  if (driver.throttleFilters.length > 0)
    return diskOptionConflict(
      at.of('throttlefilters'),
      '<throttlefilters> cannot be combined with <iotune>',
      'remove one of the two',
    );
  const twice = TOTALS.find((of) => limits[`total${of}`] && (limits[`read${of}`] || limits[`write${of}`]));
  return twice === undefined
    ? undefined
    : diskOptionConflict(
        at.of('iotune'),
        'a limit of reads or writes cannot be combined with one of both together',
        'remove the total, or the others',
      );
};

/** Limits that QEMU takes for all requests, or for reads and writes (QEMU util/throttle.c). */
const TOTALS = ['BytesSec', 'IopsSec', 'BytesSecMax', 'IopsSecMax'] as const;

const transient: Rule = (disk) => {
  if (disk.transient === undefined) return undefined;
  const at = disk.at.of('transient');
  if (disk.device !== 'disk') return diskOptionMisplaced(at, '<transient>', "disks with device='disk'");
  if (disk.readonly)
    return diskOptionConflict(
      at,
      'a read-only disk has nothing to forget',
      'remove <transient/> or <readonly/>',
    );
  if (disk.type !== 'file') return diskOptionMisplaced(at, '<transient>', 'local files');
  return undefined;
};

const vhost: Rule = (disk, guest) => {
  if (disk.type !== 'vhostuser') return undefined;
  if (busOf(disk) !== 'virtio')
    return diskOptionMisplaced(disk.at.of('@type'), "type 'vhostuser'", "disks on bus 'virtio'");
  return sharesAny(guest) ? undefined : diskNeedsSharedMemory(disk.at, disk.type);
};

/** QEMU's driver of vhost-vdpa devices has the guest's memory mapped, and no cache of the host's between. */
const vhostVdpa: Rule = ({ at, source, driver }, guest) => {
  if (source?.type !== 'vhostvdpa') return undefined;
  if (!sharesAny(guest)) return diskNeedsSharedMemory(at, 'vhostvdpa');
  return driver.cache === 'none' || driver.cache === 'directsync'
    ? undefined
    : diskOptionConflict(
        at.of('driver/@cache'),
        "a disk of type 'vhostvdpa' goes around the host's cache",
        "add cache='none' or cache='directsync'",
      );
};

function sharesAny({ memory, numa }: Domain): boolean {
  return memory.backing?.access === 'shared' || numa.cells.some(({ memAccess }) => memAccess === 'shared');
}

export const SOURCE_RULES: readonly Rule[] = [
  empty,
  shared,
  format,
  backingFormat,
  copyOnRead,
  aio,
  readonly,
  iotune,
  transient,
  vhost,
  vhostVdpa,
];
