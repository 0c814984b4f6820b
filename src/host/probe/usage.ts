import { blockNode } from './block-name';
import type { Files } from './files';

/** What the host does with its block devices. */
export interface Usage {
  /** Of a device by its major:minor or its node. */
  readonly mountsOf: (device: { readonly dev: string; readonly path: string }) => readonly string[];
  readonly isSwap: (path: string) => boolean;
}

/** Its tables are read when a device is first asked for. */
export function usageOf(files: Files): Usage {
  let mounts: ReadonlyMap<string, readonly string[]> | undefined;
  let swaps: ReadonlySet<string> | undefined;
  return {
    mountsOf: ({ dev, path }) => {
      mounts ??= mountTable(files);
      return [...new Set([...(mounts.get(dev) ?? []), ...(mounts.get(path) ?? [])])];
    },
    isSwap: (path) => (swaps ??= new Set(swapTable(files))).has(path),
  };
}

/**
 * By major:minor, and by source, since btrfs and overlays have a number of their own. A mount in another mount
 * namespace is not seen.
 */
function mountTable(files: Files): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  const add = (key: string, mount: string) => void table.set(key, [...(table.get(key) ?? []), mount]);
  const btrfs = btrfsMembers(files);
  for (const { dev, mount, type, source } of mountLines(files)) {
    add(dev, mount);
    if (!source.startsWith('/')) continue;
    const path = files.real(source) ?? source;
    for (const member of (type === 'btrfs' ? btrfs.get(path) : undefined) ?? [path]) add(member, mount);
  }
  return table;
}

/** A btrfs may have several devices, of which its mount names one: each member's node -> all members' nodes. */
function btrfsMembers(files: Files): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, readonly string[]>();
  for (const uuid of files.names('/sys/fs/btrfs')) {
    const nodes = files.names(`/sys/fs/btrfs/${uuid}/devices`).map(blockNode);
    for (const node of nodes) members.set(node, nodes);
  }
  return members;
}

interface Mount {
  readonly dev: string;
  readonly mount: string;
  readonly type: string;
  readonly source: string;
  /** Of the file system itself. */
  readonly options: string;
}

/** /proc/self/mountinfo. */
export function mountLines(files: Files): readonly Mount[] {
  return (files.text('/proc/self/mountinfo') ?? '').split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ', 2);
    const [, , dev, , mount] = before.split(' ');
    const [type = '', source = '', options = ''] = after.split(' ');
    return dev === undefined || mount === undefined
      ? []
      : [{ dev, mount: unescaped(mount), type, source: unescaped(source), options }];
  });
}

function swapTable(files: Files): readonly string[] {
  const [, ...lines] = (files.text('/proc/swaps') ?? '').split('\n');
  return lines.map((line) => unescaped(line.split(/\s/)[0] ?? '')).map((path) => files.real(path) ?? path);
}

/** Blanks and backslashes are octal in both tables. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 8)));
}
