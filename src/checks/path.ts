import { posix } from 'node:path';
import {
  folderDenied,
  folderMissing,
  pathDenied,
  pathMissing,
  pathWrongKind,
  socketDeaf,
  socketTaken,
} from '../diagnostics/catalog';
import { blockByPath, nodeByPath } from '../host/block';
import type { HostNode, Lookup } from '../host/facts';
import { guestPaths, NVRAM_STORE, NVRAM_TEMPLATE } from '../host/guest-path';
import type { GuestPath, PathUse } from '../host/guest-path-use';
import { devicesOf } from '../model/device';
import { shellWord } from '../model/shell-word';
import type { Check, CheckInput } from './check';

/** Files, folders and sockets that the guest names beside the sources of its disks, of which the conversion speaks. */
export const paths: Check = (input) => {
  const { guest, plan, context, skip } = input;
  const made = new Set(plan.companions.map(({ socket }) => socket));
  let unknown = devicesOf(guest, 'disk').some(
    ({ source }) =>
      source?.type === 'file' && source.path !== undefined && lookUp(source.path, input) === 'unknown',
  );
  const said = new Set<string>();
  for (const path of [...guestPaths(guest), ...monitorPath(input)]) {
    // A console may be the same device as a serial port.
    const name = `${path.use} ${path.path}`;
    if (made.has(path.path) || said.has(name)) continue;
    said.add(name);
    const node = lookUp(path.path, input);
    if (isSpare(path, input)) continue;
    if (node === 'unknown' && !knowsFolder(path, input)) unknown = true;
    else for (const problem of CHECKS[path.use](path, node, input)) context.report(problem);
  }
  if (unknown) skip('whether the files and sockets it names are there');
};

/** That of `--qmp`. */
function monitorPath({ guest, context: { options } }: CheckInput): GuestPath[] {
  const { qmp } = options;
  return qmp === undefined ? [] : [{ at: guest.at, path: qmp, use: 'listen', what: 'the socket of --qmp' }];
}

type Found = Lookup<Pick<HostNode, 'kind' | 'access' | 'target'>>;
type Problems = readonly ReturnType<typeof pathMissing>[];

/** A look at the whole host lists its block devices, but not every other node below /dev. */
function lookUp(path: string, { context: { host } }: CheckInput): Found {
  const node = nodeByPath(host, path);
  if (typeof node === 'object' && node.kind !== 'block') return node.kind === 'unreadable' ? 'unknown' : node;
  const block = blockByPath(host, path);
  return typeof block === 'object' ? { kind: 'block', access: block.access } : node;
}

/** Nobody reads the template of an NVRAM that is there. */
function isSpare({ what, path }: GuestPath, input: CheckInput): boolean {
  const { nvram, varstore } = input.guest.os;
  const isThere = (store = '') => typeof lookUp(store, input) === 'object';
  if (what !== NVRAM_TEMPLATE) return false;
  if (varstore?.template === path) return isThere(varstore.path);
  return nvram?.template === path && nvram.source?.type === 'file' && isThere(nvram.source.path);
}

function knowsFolder({ path, use }: GuestPath, input: CheckInput): boolean {
  return (use === 'create' || use === 'listen') && lookUp(posix.dirname(path), input) !== 'unknown';
}

const CHECKS: Readonly<Record<PathUse, (path: GuestPath, node: Found, input: CheckInput) => Problems>> = {
  read: (path, node) => opened(path, node, 'read'),
  write: (path, node) => opened(path, node, 'write to'),
  folder: ({ at, what, path }, node) => {
    if (node === 'absent') return [pathMissing(at, what, path, `make it: mkdir -p ${shellWord(path)}`)];
    return typeof node === 'object' && node.kind !== 'directory'
      ? [pathWrongKind(at, what, path, 'no folder')]
      : [];
  },
  create: (path, node, input) =>
    typeof node === 'object' ? opened(path, node, 'write to') : folder(path, input),
  listen: (path, node, input) => {
    if (isHeard(path, node, input) === true) return [socketTaken(path.at, path.what, path.path)];
    const kind = typeof node === 'object' ? node.kind : undefined;
    if (kind === 'directory') return [pathWrongKind(path.at, path.what, path.path, 'a folder')];
    if (kind === 'file') return [pathWrongKind(path.at, path.what, path.path, DELETED)];
    return folder(path, input);
  },
  connect: (path, node, input) => {
    const { at, what } = path;
    if (node === 'absent' || isHeard(path, node, input) === false) return [socketDeaf(at, what, path.path)];
    return opened(path, node, 'write to');
  },
};

/** QEMU removes what is in the way of a socket, whatever it is (util/qemu-sockets.c, unix_listen_saddr). */
const DELETED = 'a file, which QEMU would delete to make a socket';

const HELP: Readonly<Record<string, string>> = {
  'the firmware': 'correct the path, or install the firmware (Debian: ovmf, qemu-efi-aarch64)',
  [NVRAM_TEMPLATE]: 'correct the path, or install the firmware that it belongs to',
};

function opened({ at, what, path }: GuestPath, node: Found, wanted: 'read' | 'write to'): Problems {
  if (node === 'absent') return [pathMissing(at, what, path, HELP[what] ?? 'correct the path, or make it')];
  if (typeof node !== 'object') return [];
  if (node.kind === 'directory') return [pathWrongKind(at, what, path, 'a folder')];
  const enough = node.access !== 'none' && (wanted === 'read' || node.access !== 'read-only');
  return enough ? [] : [pathDenied(at, what, path, wanted)];
}

function folder({ at, what, path }: GuestPath, input: CheckInput): Problems {
  const name = posix.dirname(path);
  const node = lookUp(name, input);
  if (node === 'absent' && what === NVRAM_STORE) return [];
  if (node === 'absent') return [folderMissing(at, what, shellWord(name))];
  const denied = typeof node === 'object' && node.access !== undefined && node.access !== 'read-write';
  return denied ? [folderDenied(at, what, shellWord(name))] : [];
}

/** Whether somebody listens on a socket; undefined: not known. */
function isHeard({ path }: GuestPath, node: Found, { context }: CheckInput): boolean | undefined {
  const { listening } = context.host;
  if (listening === undefined) return undefined;
  const target = typeof node === 'object' ? node.target : undefined;
  // The kernel knows a socket by the path with which it was made, which may be another link to it.
  if (listening.unix.includes(path) || (target !== undefined && listening.unix.includes(target))) return true;
  return typeof node === 'object' && node.kind === 'socket' ? false : undefined;
}
