import type { Place } from '../../model/place';
import { warning } from '../diagnostic';

export const hostPathAbsent = (at: Place, path: string) =>
  warning('host-path-absent', at, `${path} is not on this host`, {
    help: 'correct the path, create the image before the guest starts, or preview another host with --host FILE',
    stopsStart: true,
  });

/** `instead`: what this user may open in its place. */
export const hostPathDenied = (
  at: Place,
  path: string,
  wanted: 'read' | 'read and write',
  instead?: string,
) =>
  warning('host-path-denied', at, `this user may not ${wanted} ${path}`, {
    notes: instead === undefined ? [] : [{ message: instead }],
    help: `run as a user who may, or grant it: setfacl -m u:USER:${wanted === 'read' ? 'r' : 'rw'} ${path}`,
    stopsStart: true,
  });

export const hostDeviceReadOnly = (at: Place, path: string) =>
  warning('host-device-read-only', at, `${path} is read-only on this host, and the guest is to write to it`, {
    help: 'add <readonly/> to the disk, or lift the write protection (blockdev --setrw)',
  });

export const hostDeviceInUse = (at: Place, path: string, uses: readonly string[]) =>
  warning('host-device-in-use', at, `the host itself uses ${path}: two writers destroy a file system`, {
    notes: uses.map((message) => ({ message })),
    help: 'unmount it and stop what uses it before the guest starts, or give the guest another disk',
  });

export const hostMultipathPath = (at: Place, path: string, map: string) =>
  warning(
    'host-multipath-path',
    at,
    `${path} is only one path of ${map}: the guest loses it with that path`,
    {
      help: `use ${map}`,
    },
  );

export const hostUnstableName = (at: Place, path: string, stable: string) =>
  warning('host-unstable-name', at, `${path} may be another device after the next boot`, {
    help: `use ${stable}`,
  });
