import { checkSocketPath } from '../chardev/socket-path';
import { socketPart } from '../../model/socket-path';
import { fileName } from '../../model/file-name';
import type { Domain } from '../../model/domain';
import type { Filesystem } from '../../model/filesystem';
import type { IdRange } from '../../model/idmap';
import type { PlannedFilesystem } from '../../model/plan/filesystem';
import type { Context } from '../context';
import { privateFolder } from '../guest/paths';

/** virtiofsd serves the folder, in a process of its own; QEMU knows its socket only. */
export function planVirtiofs(device: Filesystem, guest: Domain, context: Context): PlannedFilesystem['back'] {
  const { alias = '', source } = device;
  const path = source.socket ?? socketOf(alias, guest, context);
  checkSocketPath(source.socket, () => source.at.of('@socket'), context);
  if (source.socket === undefined)
    context.companion({
      name: 'virtiofsd',
      argv: serverArgs(device, path),
      socket: path,
      reason: `it serves ${source.dir ?? ''} to the guest`,
    });
  context.resource({ path, access: 'read-write', shared: false, usedBy: alias });
  return {
    type: 'virtiofs',
    chardev: { id: `chr-vu-${alias}`, backend: 'socket', properties: { path }, descriptors: [] },
  };
}

/** Bytes for what the socket is called after. */
const NAME = 80;

function socketOf(alias: string, guest: Domain, { profile }: Context): string {
  if (profile.daemonFolders) return `${privateFolder(guest)}/${alias}-fs.sock`;
  return `/run/virtiofsd-${socketPart(`${fileName(guest.name)}-${alias}`, NAME)}.sock`;
}

/** virtiofsd 1.x (https://gitlab.com/virtio-fs/virtiofsd). */
function serverArgs({ readonly, server, source }: Filesystem, socket: string): string[] {
  const named = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [`--${name}=${value}`];
  return [
    server.path ?? 'virtiofsd',
    `--socket-path=${socket}`,
    `--shared-dir=${source.dir ?? ''}`,
    ...named('cache', server.cache === 'none' ? 'never' : server.cache),
    ...named('sandbox', server.sandbox),
    ...(server.xattr === true ? ['--xattr'] : []),
    ...named('thread-pool-size', server.threads),
    ...named('rlimit-nofile', server.openFiles),
    ...server.users.map((range) => `--uid-map=${rangeText(range)}`),
    ...server.groups.map((range) => `--gid-map=${rangeText(range)}`),
    ...(readonly ? ['--readonly'] : []),
  ];
}

function rangeText({ start, target, count }: IdRange): string {
  return `:${start}:${target}:${count}:`;
}
