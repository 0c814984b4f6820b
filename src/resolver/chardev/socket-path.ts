import { socketPathTooLong } from '../../diagnostics/catalog';
import type { Place } from '../../model/place';
import { isLongSocket } from '../../model/socket-path';
import type { Context } from '../context';

/** QEMU ends with a socket whose path is too long (util/qemu-sockets.c unix_listen_saddr); libvirt leaves it to QEMU. */
export function checkSocketPath(
  path: string | undefined,
  place: () => Place | undefined,
  { profile, report }: Pick<Context, 'profile' | 'report'>,
): void {
  if (path !== undefined && isLongSocket(path) && profile.checksForQemu)
    report(socketPathTooLong(place(), path, Buffer.byteLength(path)));
}
