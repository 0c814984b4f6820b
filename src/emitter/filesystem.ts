import type { FilesystemBack, PlannedFilesystem } from '../model/plan/filesystem';
import { device as deviceArg, keyval, type Arg, type Properties } from './args';
import { emitChardev } from './chardev';
import { slotProperties } from './slot';
import { virtioProperties } from './virtio';

export function emitFilesystem(planned: PlannedFilesystem): Arg[] {
  const { device, driver, id, slot, back } = planned;
  if (back.type === 'mtp')
    return [
      deviceArg({
        driver,
        id,
        rootdir: back.path,
        desc: device.target,
        readonly: device.readonly,
        ...slotProperties(slot),
      }),
    ];
  return back.type === '9p'
    ? [fsdev(planned, back), shared(planned, { fsdev: back.id, mount_tag: device.target })]
    : [
        ...emitChardev(back.chardev),
        shared(planned, {
          chardev: back.chardev.id,
          'queue-size': device.queueSize,
          tag: device.target,
          bootindex: planned.bootindex,
        }),
      ];
}

function fsdev({ device }: PlannedFilesystem, back: Extract<FilesystemBack, { type: '9p' }>): Arg {
  return keyval(
    '-fsdev',
    {
      security_model: back.securityModel,
      multidevs: back.multidevs,
      fmode: device.fmode,
      dmode: device.dmode,
      writeout: device.writePolicy,
      id: back.id,
      path: back.path,
      readonly: back.readonly && (back.readonly === 'bare' ? null : true),
    },
    back.driver,
  );
}

function shared({ device, driver, legacy, id, slot }: PlannedFilesystem, back: Properties): Arg {
  return deviceArg({
    driver,
    ...virtioProperties(device.virtio, legacy),
    id,
    ...back,
    ...slotProperties(slot),
  });
}
