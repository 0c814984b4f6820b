import type { Place } from '../../model/place';
import { warning } from '../diagnostic';

export const pathMissing = (at: Place, what: string, path: string, help: string) =>
  warning('path-missing', at, `${what} ${path} is not on this host`, { help, stopsStart: true });

export const pathDenied = (at: Place, what: string, path: string, wanted: 'read' | 'write to') =>
  warning('path-denied', at, `this user may not ${wanted} ${what} ${path}`, {
    help: `run as a user who may, or grant it: setfacl -m u:USER:${wanted === 'read' ? 'r' : 'rw'} ${path}`,
    stopsStart: true,
  });

export const pathWrongKind = (at: Place, what: string, path: string, kind: string) =>
  warning('path-wrong-kind', at, `${what} ${path} is ${kind}`, {
    help: 'correct the path',
    stopsStart: true,
  });

export const folderMissing = (at: Place, what: string, folder: string) =>
  warning('folder-missing', at, `${what} is to be made in ${folder}, which is not on this host`, {
    help: `make it: mkdir -p ${folder}`,
  });

export const folderDenied = (at: Place, what: string, folder: string) =>
  warning('folder-denied', at, `${what} is to be made in ${folder}, where this user may not write`, {
    help: `run as a user who may, or grant it: setfacl -m u:USER:rwx ${folder}`,
  });

export const socketDeaf = (at: Place, what: string, path: string) =>
  warning('socket-deaf', at, `nobody listens on ${what} ${path}`, {
    help: 'start its server before the guest',
  });

export const socketTaken = (at: Place, what: string, path: string) =>
  warning('socket-taken', at, `another process already listens on ${what} ${path}`, {
    help: 'is the guest running? end it first, or give this one another path',
  });

export const deviceNodeMissing = (at: Place, node: string, wanted: string, command: string) =>
  warning('device-node-missing', at, `${wanted} needs ${node}, which this host does not have`, {
    help: command,
    stopsStart: true,
  });

export const deviceNodeDenied = (at: Place, node: string, wanted: string) =>
  warning('device-node-denied', at, `${wanted} needs ${node}, which this user may not open`, {
    help: `run as a user who may, or grant it: setfacl -m u:USER:rw ${node}`,
    stopsStart: true,
  });

export const nvramEmpty = (at: Place, path: string, template: string | undefined) =>
  warning('nvram-empty', at, `the guest's NVRAM ${path} is empty, and QEMU does not start with it`, {
    help:
      template === undefined
        ? "copy the firmware's template there"
        : `remove it: the template ${template} is copied anew`,
    stopsStart: true,
  });

/** Sizes in bytes. */
export const nvramSize = (at: Place, path: string, size: number, template: string, whole: number) =>
  warning('nvram-size', at, `the guest's NVRAM ${path} has ${size} bytes, and its template ${whole}`, {
    help: `was a copy of it cut short, or is ${template} of another firmware? Remove the NVRAM, or correct the template`,
  });
