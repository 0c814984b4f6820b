import { readFileSync, statSync, type Stats } from 'node:fs';
import { LaunchFailure } from './failure';

/** `bound` is not yet `listening`; a `file` is a socket that no process of this net namespace has. */
export type SocketState = 'absent' | 'other' | 'file' | 'bound' | 'listening';

/** __SO_ACCEPTCON of Linux include/linux/net.h, in the column of flags. */
const LISTENS = 0x10000;

/**
 * What is at a path. Nobody connects to find out: swtpm ends with its first connection (Linux net/unix/af_unix.c,
 * unix_seq_show, has the columns). Throws a LaunchFailure where this user may not look, or no file can be.
 */
export function socketState(path: string): SocketState {
  const stats = statOf(path);
  if (stats === undefined) return 'absent';
  if (!stats.isSocket()) return 'other';
  const rows = table().filter((row) => row.path === path);
  if (rows.length === 0) return 'file';
  return rows.some(({ listens }) => listens) ? 'listening' : 'bound';
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (problem) {
    throw new LaunchFailure(`a socket cannot be there: ${(problem as Error).message}`);
  }
}

function table(): { readonly path: string; readonly listens: boolean }[] {
  return proc()
    .split('\n')
    .flatMap((line) => {
      const [, flags, path] = /^\S+: \S+ \S+ (\S+) \S+ \S+ +\d+ (.+)$/.exec(line) ?? [];
      if (flags === undefined || path === undefined) return [];
      return [{ path, listens: (Number.parseInt(flags, 16) & LISTENS) !== 0 }];
    });
}

function proc(): string {
  try {
    return readFileSync('/proc/net/unix', 'utf8');
  } catch {
    return '';
  }
}
