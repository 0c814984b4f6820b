import { devicesOf } from '../model/device';
import type { Domain } from '../model/domain';
import type { BackingImage, StorageSource } from '../model/storage-source';
import type { Hctl } from './facts';
import { hctlOfAdapter } from './scsi';

/** What a guest names on the host, for a probe that looks at nothing else. */
export interface Wanted {
  readonly paths: readonly string[];
  /** Of `<hostdev type='scsi'>` with an adapter. */
  readonly scsi: readonly Hctl[];
}

/** Its disks with their backing files, its LUNs, and what it boots. */
export function wantedOf(guest: Domain): Wanted {
  const { kernel, initrd, dtb, loader, nvram } = guest.os;
  const paths = [
    ...devicesOf(guest, 'disk').flatMap(({ source, backing }) => [pathOf(source), ...chain(backing)]),
    kernel,
    initrd,
    dtb,
    loader?.path,
    nvram?.path,
  ];
  const scsi = devicesOf(guest, 'hostdev').map(({ source }) =>
    source.type === 'scsi-host' ? hctlOfAdapter(source) : undefined,
  );
  return { paths: [...new Set(paths.filter(isPath))], scsi: scsi.filter((hctl) => hctl !== undefined) };
}

function chain(image: BackingImage | 'none' | undefined): (string | undefined)[] {
  if (image === undefined || image === 'none') return [];
  return [pathOf(image.source), ...chain(image.backing)];
}

function pathOf(source: StorageSource | undefined): string | undefined {
  return source?.type === 'file' || source?.type === 'block' ? source.path : undefined;
}

function isPath(path: string | undefined): path is string {
  return path?.startsWith('/') === true;
}
