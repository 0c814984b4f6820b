import {
  diskFormatUnsupported,
  diskNeedsSharedMemory,
  diskOptionConflict,
  diskOptionMisplaced,
  diskShareFormat,
  diskSourceMissing,
  storageSourceInvalid,
} from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Disk } from '../../model/disk';
import type { Place } from '../../model/place';
import { WITH_BACKING, type DataStore } from '../../model/storage-source';
import { sharesMemory } from '../shared-memory';
import { busOf, isUsbBot, type Rule } from './rule';

/** Formats that several writers may have open (libvirt qemuBlockStorageSourceSupportsConcurrentAccess). */
const isShareable = ({ driver, source }: Disk) =>
  (driver.type === undefined || driver.type === 'raw') && source?.encryption === undefined;

/** A -drive may be empty; a node of -blockdev is there or not, and usb-storage wants one. */
const empty: Rule = (disk, _guest, { profile, qemu }) => {
  if (disk.source !== undefined) return undefined;
  if (disk.device === 'disk' || disk.device === 'lun')
    return diskSourceMissing(disk.at, `a disk with device='${disk.device}'`);
  const needsNode = profile.storage === 'blockdev' && qemu.has('blockdev');
  return busOf(disk) === 'usb' && !isUsbBot(disk) && needsNode
    ? diskSourceMissing(disk.at, "a disk on bus 'usb'")
    : undefined;
};

const shared: Rule = (disk) => {
  if (!disk.shareable || disk.readonly || isShareable(disk)) return undefined;
  return diskShareFormat(disk.at.of('shareable'), disk.target.dev, disk.driver.type ?? 'encrypted');
};

const FORMATS_INSTEAD: ReadonlyMap<string, string> = new Map([
  ['iso', 'raw'],
  ['dir', 'fat'],
]);

/** libvirt's names of formats (src/storage_file/storage_source.c); of those QEMU has, it knows no others. */
const KNOWN_FORMATS = new Set(
  'raw dir bochs cloop dmg iso vpc vdi fat vhd ploop cow qcow qcow2 qed vmdk aio'.split(' '),
);

/** A volume may be one. */
const isFolder = (source: Disk['source']) => source?.type === 'dir' || source?.type === 'volume';

const format: Rule = ({ at, driver, source }, _guest, { profile }) => {
  if (profile.checksForLibvirt && source?.type === 'dir' && driver.type !== 'fat')
    return diskOptionConflict(
      at.of('driver/@type'),
      'a folder is given as a FAT file system',
      "use type='fat'",
    );
  if (profile.checksForLibvirt && driver.type === 'fat' && !isFolder(source))
    return diskOptionMisplaced(at.of('driver/@type'), "type='fat'", "disks of type='dir' with a <source>");
  if (driver.type === undefined) return undefined;
  const instead = FORMATS_INSTEAD.get(driver.type);
  return instead !== undefined || (profile.checksForLibvirt && !KNOWN_FORMATS.has(driver.type))
    ? diskFormatUnsupported(at.of('driver/@type'), driver.type, instead)
    : undefined;
};

/** libvirt reads the chain before QEMU does. */
const backingFormat: Rule = ({ backing }, _guest, { profile }) => {
  if (!profile.checksForLibvirt) return undefined;
  for (let image = backing; image !== undefined && image !== 'none'; image = image.backing)
    if (image.format === 'aio' || (image.format !== undefined && !KNOWN_FORMATS.has(image.format)))
      return diskFormatUnsupported(image.at.of('format/@type'), image.format);
  return undefined;
};

/** An image below one that has no room for it. */
const backing: Rule = ({ driver, backing: first }) => {
  let [format, below] = [driver.type, first];
  while (below !== undefined && below !== 'none') {
    if (!WITH_BACKING.has(format ?? 'raw'))
      return diskOptionConflict(
        below.at,
        `${format ?? 'raw'} images have no others below them`,
        "use type='qcow2' above it, or remove it",
      );
    [format, below] = [below.format, below.backing];
  }
  return undefined;
};

/** The guest could not be told: an ATA disk has no word for it (QEMU hw/ide/ide-dev.c wants to write). */
const readonly: Rule = (disk) => {
  const bus = busOf(disk);
  if (!disk.readonly || disk.device !== 'disk' || (bus !== 'ide' && bus !== 'sata')) return undefined;
  return diskOptionMisplaced(disk.at.of('readonly'), '<readonly/>', 'virtio, SCSI and USB disks');
};

/** Only a drive can lose its medium for as long as the guest is away, and libvirt looks for files of this host alone. */
const startupPolicy: Rule = ({ device, source }, _guest, { profile }) => {
  if (source?.startupPolicy === undefined) return undefined;
  const at = source.at.of('@startupPolicy');
  if (source.type === 'network' && profile.checksForLibvirt)
    return diskOptionMisplaced(at, "'startupPolicy'", 'images of this host');
  return source.startupPolicy === 'requisite' && device !== 'cdrom' && device !== 'floppy'
    ? diskOptionMisplaced(at, "startupPolicy='requisite'", 'CD-ROM and floppy drives')
    : undefined;
};

/** A data store of the image or of one below it (libvirt src/conf/storage_source_conf.c, src/qemu/qemu_domain.c). */
const dataStore: Rule = ({ driver, source, backing }) => {
  let [format, image, below] = [driver.type, source, backing];
  while (image !== undefined) {
    const problem = image.dataStore && refusedDataStore(image.dataStore, format);
    if (problem !== undefined || below === undefined || below === 'none') return problem;
    [format, image, below] = [below.format, below.source, below.backing];
  }
  return undefined;
};

/** QEMU keeps tables of qcow2 images alone (block/qcow2.c, cache-size). */
const metadataCache: Rule = ({ at, driver, backing }) => {
  const refused = (place: Place) =>
    diskOptionConflict(place, 'only a qcow2 image has metadata to keep', "use type='qcow2', or remove it");
  if (driver.metadataCacheMax !== undefined && driver.type !== 'qcow2')
    return refused(at.of('driver/metadata_cache'));
  for (let image = backing; image !== undefined && image !== 'none'; image = image.backing)
    if (image.metadataCacheMax !== undefined && image.format !== 'qcow2')
      return refused(image.at.of('format/metadata_cache'));
  return undefined;
};

function refusedDataStore({ at, format: raw }: DataStore, image = 'raw'): Diagnostic | undefined {
  if (image !== 'qcow2')
    return storageSourceInvalid(
      at,
      `an image of format '${image}' has no <dataStore>`,
      'use a qcow2 image, or remove it',
    );
  return raw === 'raw'
    ? undefined
    : storageSourceInvalid(at.of('format/@type'), `a <dataStore> has no format '${raw}'`, "use type='raw'");
}

/** Buses on which libvirt plugs in a disk once the guest's own overlay exists. */
const HOT_PLUGGED = new Set(['usb', 'virtio', 'scsi']);

const transient: Rule = (disk, _guest, { profile }) => {
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
  if (disk.transient.shareBacking && profile.checksForLibvirt && !HOT_PLUGGED.has(busOf(disk)))
    return diskOptionMisplaced(at.of('@shareBacking'), "'shareBacking'", 'USB, SCSI and virtio disks');
  return undefined;
};

const vhost: Rule = (disk, guest) => {
  if (disk.type !== 'vhostuser') return undefined;
  if (busOf(disk) !== 'virtio')
    return diskOptionMisplaced(disk.at.of('@type'), "type 'vhostuser'", "disks on bus 'virtio'");
  return sharesMemory(guest) ? undefined : diskNeedsSharedMemory(disk.at, disk.type);
};

/** QEMU's driver of vhost-vdpa devices has the guest's memory mapped, and no cache of the host's between. */
const vhostVdpa: Rule = ({ at, source, driver }, guest) => {
  if (source?.type !== 'vhostvdpa') return undefined;
  if (!sharesMemory(guest)) return diskNeedsSharedMemory(at, 'vhostvdpa');
  return driver.cache === 'none' || driver.cache === 'directsync'
    ? undefined
    : diskOptionConflict(
        at.of('driver/@cache'),
        "a disk of type 'vhostvdpa' goes around the host's cache",
        "add cache='none' or cache='directsync'",
      );
};

export const SOURCE_RULES: readonly Rule[] = [
  empty,
  shared,
  format,
  backingFormat,
  backing,
  readonly,
  startupPolicy,
  dataStore,
  metadataCache,
  transient,
  vhost,
  vhostVdpa,
];
