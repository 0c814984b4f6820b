import { readFileSync, statSync } from 'node:fs';

/** `bound` is not yet `listening`; a `file` is a socket that no process of this net namespace has. */
export type SocketState = 'absent' | 'other' | 'file' | 'bound' | 'listening';

/** __SO_ACCEPTCON of Linux include/linux/net.h, in the column of flags. */
const LISTENS = 0x10000;

/**
 * What is at a path. Nobody connects to find out: swtpm ends with its first connection (Linux net/unix/af_unix.c,
 * unix_seq_show, has the columns).
 */
export function socketState(path: string): SocketState {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 'absent';
  if (!stats.isSocket()) return 'other';
  const rows = table().filter((row) => row.path === path);
  if (rows.length === 0) return 'file';
  return rows.some(({ listens }) => listens) ? 'listening' : 'bound';
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
