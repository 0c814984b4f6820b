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
      ...(image && driveSource(image, backend.spelling)),
      ...driveInterface(backend),
      werror: backend.werror,
      rerror: backend.rerror,
      serial: backend.serial,
      readonly: backend.readonly ? true : undefined,
      ...(image && imageOptions(backend, image)),
      snapshot: backend.snapshot ? true : undefined,
      throttling: driveThrottling(backend.iotune),
    }),
  ];
}

function driveInterface({ interface: port, drive: id }: DriveBackend): Properties {
  return port.type === 'sd' ? { if: 'sd', index: port.index } : { if: 'none', id };
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
