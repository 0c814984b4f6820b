import type { Domain } from '../model/domain';
import { devicesOf } from '../model/device';
import type { Disk } from '../model/disk';
import type { Place } from '../model/place';
import type { BackingImage, StorageSource } from '../model/storage-source';

/** An image on this host that the XML names. */
export interface GuestImage {
  readonly at: Place;
  readonly path: string;
  readonly format: string;
  /** The XML leaves to the image what it is based on. */
  readonly endsOpen: boolean;
}

/** The images of a guest's disks and those below them; not LUNs and removable media, which may wait for a disc. */
export function imagesOf(guest: Domain): readonly GuestImage[] {
  return devicesOf(guest, 'disk').filter(isDisk).flatMap(imagesOfDisk);
}

function isDisk({ device }: Disk): boolean {
  return device === 'disk';
}

function imagesOfDisk({ source, driver, backing }: Disk): GuestImage[] {
  return [...imageOf(source, driver.type, backing), ...imagesBelow(backing)];
}

function imagesBelow(image: BackingImage | 'none' | undefined): GuestImage[] {
  if (image === undefined || image === 'none') return [];
  return [...imageOf(image.source, image.format, image.backing), ...imagesBelow(image.backing)];
}

/** libvirt takes an image without a format for raw. */
function imageOf(
  source: StorageSource | undefined,
  format = 'raw',
  backing?: BackingImage | 'none',
): GuestImage[] {
  if (source?.type !== 'file' && source?.type !== 'block') return [];
  if (source.path?.startsWith('/') !== true) return [];
  return [{ at: source.at, path: source.path, format, endsOpen: backing === undefined }];
}
