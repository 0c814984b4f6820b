import { iothreadUnwoken } from '../diagnostics/catalog';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Controller } from '../model/controller';
import type { Disk } from '../model/disk';

/**
 * A thread is told of requests by ioeventfd (QEMU hw/scsi/virtio-scsi-dataplane.c, hw/block/virtio-blk.c
 * virtio_blk_vq_aio_context_init): what to say where it is off.
 */
export function unwokenThread({ at, driver }: Disk | Controller): Diagnostic | undefined {
  const { iothread, iothreads, ioeventfd } = driver;
  return ioeventfd === false && (iothread !== undefined || iothreads !== undefined)
    ? iothreadUnwoken(at.of('driver/@ioeventfd'))
    : undefined;
}
