import type { HostNode, NodeKind } from '../facts';
import type { Files } from './files';

/** What a path is that is no device of the snapshot. */
export function readNode(files: Files, path: string): HostNode {
  const stats = files.stats(path);
  if (stats === undefined) {
    return { path, kind: files.whyNot(path) === 'ENOENT' ? 'absent' : 'unreadable' };
  }
  const real = files.real(path);
  return {
    path,
    kind: kindOf(stats),
    target: real === path ? undefined : real,
    size: stats.isFile() ? stats.size : undefined,
    access: files.access(path),
  };
}

function kindOf(stats: NonNullable<ReturnType<Files['stats']>>): NodeKind {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  if (stats.isCharacterDevice()) return 'character';
  if (stats.isBlockDevice()) return 'block';
  if (stats.isSocket()) return 'socket';
  return stats.isFIFO() ? 'fifo' : 'unreadable';
}
