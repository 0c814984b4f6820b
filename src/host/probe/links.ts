import type { Files } from './files';

/** Node -> the links to it, sorted. */
export type Links = ReadonlyMap<string, readonly string[]>;

/** Below /dev, but not names of devices: other file systems, and links by number. */
const NOT_NAMES = new Set([
  'fd',
  'pts',
  'shm',
  'mqueue',
  'hugepages',
  'char',
  'block',
  'bsg',
  'cpu',
  'input',
  'snd',
]);

/** Where udev and the device mapper put the names that matter for storage. */
const NAME_FOLDERS = [
  '/dev/disk/by-id',
  '/dev/disk/by-path',
  '/dev/tape/by-id',
  '/dev/tape/by-path',
  '/dev/mapper',
];

/** All links below /dev. */
export function allLinks(files: Files): Links {
  const links: string[] = [];
  for (const name of files.names('/dev')) if (!NOT_NAMES.has(name)) collect(files, `/dev/${name}`, links, 5);
  return byTarget(files, links);
}

/** The links by which disks and tapes are named for good; a few readlinks on a host of common size. */
export function nameLinks(files: Files): Links {
  return byTarget(
    files,
    NAME_FOLDERS.flatMap((folder) => files.names(folder).map((name) => `${folder}/${name}`)),
  );
}

function collect(files: Files, path: string, links: string[], depth: number): void {
  if (files.isLink(path)) links.push(path);
  else if (depth > 0 && files.stats(path)?.isDirectory())
    for (const name of files.names(path)) collect(files, `${path}/${name}`, links, depth - 1);
}

function byTarget(files: Files, links: readonly string[]): Links {
  const targets = new Map<string, string[]>();
  for (const link of links) {
    const target = targetOf(files, link);
    if (target === undefined) continue;
    const known = targets.get(target);
    if (known) known.push(link);
    else targets.set(target, [link]);
  }
  for (const known of targets.values()) known.sort();
  return targets;
}

/** A link may lead to another: /dev/disk/by-id/dm-name-a -> ../../mapper/a -> ../dm-0. */
function targetOf(files: Files, link: string): string | undefined {
  let target = files.link(link);
  for (let hops = 0; target !== undefined && hops < 8; hops++) {
    const next = files.link(target);
    if (next === undefined) return target;
    target = next;
  }
  return undefined;
}
