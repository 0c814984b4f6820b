import type { VirtiofsdFacts } from '../../host/facts';
import type { Filesystem } from '../../model/filesystem';
import type { IdRange } from '../../model/idmap';

type Kind = VirtiofsdFacts['kind'];

/** The words after the program's name, as each of the two takes them. */
export function virtiofsdOptions(device: Filesystem, socket: string, kind: Kind): string[] {
  return kind === 'c' ? optionsOfC(device, socket) : optionsOfRust(device, socket);
}

/** Where each writes down that it serves a socket (virtiofsd 1.13; QEMU tools/virtiofsd/fuse_virtio.c v7.2.0). */
export function lockOf(socket: string, kind: Kind): string {
  return kind === 'c' ? `/run/virtiofsd/${socket.replaceAll('/', '.')}.pid` : `${socket}.pid`;
}

const named = (name: string, value: string | number | undefined) =>
  value === undefined ? [] : [`--${name}=${value}`];

/** virtiofsd 1.x (https://gitlab.com/virtio-fs/virtiofsd). */
function optionsOfRust({ readonly, server, source }: Filesystem, socket: string): string[] {
  return [
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

/** QEMU tools/virtiofsd/helper.c v7.2.0; the one of 5.0, the first, has all of them but `sandbox`, of 5.2. */
function optionsOfC({ server, source }: Filesystem, socket: string): string[] {
  const words = [
    `source=${escaped(source.dir ?? '')}`,
    ...(server.cache === undefined ? [] : [`cache=${server.cache}`]),
    ...(server.sandbox === undefined ? [] : [`sandbox=${server.sandbox}`]),
    ...(server.xattr === true ? ['xattr'] : []),
    ...server.locks.map((lock) => (lock === 'posix' ? 'posix_lock' : lock)),
  ];
  return [
    `--socket-path=${socket}`,
    '-o',
    words.join(','),
    ...named('thread-pool-size', server.threads),
    ...named('rlimit-nofile', server.openFiles),
  ];
}

/** A comma ends a word, unless a backslash is before it (QEMU tools/virtiofsd/fuse_opt.c). */
function escaped(path: string): string {
  return path.replace(/[\\,]/g, '\\$&');
}

function rangeText({ start, target, count }: IdRange): string {
  return `:${start}:${target}:${count}:`;
}

/** What the one in C has no option for, by the path of each in the element. */
export function lackedByC({ readonly, server }: Filesystem): readonly Lacked[] {
  const lacked: Lacked[] = [];
  if (readonly) lacked.push(['readonly', '<readonly/>']);
  if (server.users.length + server.groups.length > 0) lacked.push(['idmap', '<idmap>']);
  return lacked;
}

type Lacked = readonly [path: string, what: string];
