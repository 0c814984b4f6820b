import type { DriveBackend, PlannedImage } from '../../model/plan/block-backend';
import { drive, type Arg, type Properties } from '../args';
import { driveSource } from './drive-source';
import { emitBackendObject } from './objects';
import { driveThrottling } from './throttle';

/** The objects, then one -drive in the order in which libvirt writes it. */
export function emitDrive(backend: DriveBackend): Arg[] {
  const { image } = backend;
  const objects = image === undefined ? [] : [...image.objects, ...(image.dataFile?.objects ?? [])];
  return [
    ...objects.map(emitBackendObject),
    drive({
      ...sourceAndInterface(backend),
      werror: backend.werror,
      rerror: backend.rerror,
      ...backend.geometry,
      serial: backend.serial,
      readonly: backend.readonly ? true : undefined,
      ...(image && imageOptions(backend, image)),
      snapshot: backend.snapshot ? true : undefined,
      ...driveThrottling(backend.iotune),
    }),
  ];
}

/** libvirt writes the format of a host device after `if=none`. */
function sourceAndInterface({ image, spelling, interface: port, drive: id, use }: DriveBackend): Properties {
  const { format, ...source } = image ? driveSource(image, spelling) : { format: undefined };
  if (port.type === 'pflash') return { ...source, if: 'pflash', format, unit: port.unit };
  if (port.type === 'sd') return { ...source, format, if: 'sd', index: port.index };
  return use === 'hostdev' ? { ...source, if: 'none', format, id } : { ...source, format, if: 'none', id };
}

/** What QEMU refuses on an empty drive. */
function imageOptions(backend: DriveBackend, image: PlannedImage): Properties {
  return {
    cache: backend.cache,
    'copy-on-read': backend.copyOnRead,
    discard: image.discard,
    'detect-zeroes': image.detectZeroes,
    aio: image.aio,
  };
}
