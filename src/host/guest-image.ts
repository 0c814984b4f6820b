import type { Domain } from '../model/domain';
import { devicesOf } from '../model/device';
import type { Disk } from '../model/disk';
import type { Place } from '../model/place';
import type { BackingImage, StorageSource } from '../model/storage-source';

/** An image on this host that the XML names. */
export interface GuestImage {
  readonly at: Place;
  readonly disk: Disk;
  /** What the guest sees, and no image below that. */
  readonly top: boolean;
  readonly path: string;
  readonly format: string;
  /** The XML leaves to the image what it is based on. */
  readonly endsOpen: boolean;
  /** The XML says where its data are (`<dataStore>`). */
  readonly namesData: boolean;
}

/** The images of a guest's disks and those below them; not LUNs and removable media, which may wait for a disc. */
export function imagesOf(guest: Domain): readonly GuestImage[] {
  return devicesOf(guest, 'disk').filter(isDisk).flatMap(imagesOfDisk);
}

function isDisk({ device }: Disk): boolean {
  return device === 'disk';
}

function imagesOfDisk(disk: Disk): GuestImage[] {
  const { source, driver, backing } = disk;
  return [...imageOf(disk, source, driver.type, backing), ...imagesBelow(disk, backing)];
}

function imagesBelow(disk: Disk, image: BackingImage | 'none' | undefined): GuestImage[] {
  if (image === undefined || image === 'none') return [];
  return [...imageOf(disk, image.source, image.format, image.backing), ...imagesBelow(disk, image.backing)];
}

/** libvirt takes an image without a format for raw. */
function imageOf(
  disk: Disk,
  source: StorageSource | undefined,
  format = 'raw',
  backing?: BackingImage | 'none',
): GuestImage[] {
  if (source?.type !== 'file' && source?.type !== 'block') return [];
  const { at, path, dataStore } = source;
  if (path?.startsWith('/') !== true) return [];
  const top = source === disk.source;
  return [
    { at, disk, top, path, format, endsOpen: backing === undefined, namesData: dataStore !== undefined },
  ];
}
