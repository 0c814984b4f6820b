import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';

/** A program that is asked something; its standard error is nobody's. */
export interface Held {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  /** Ends it, and what it started. */
  readonly end: () => void;
}

const SHELL = '/bin/sh';

/**
 * Becomes the program of its arguments; another of its group waits for the end of descriptor 3 and then ends them all. A
 * QEMU does not mind that nobody listens any longer, and would stay.
 */
const HOLD = `{ read -r _ <&3 || kill -s KILL 0; } </dev/null >/dev/null 2>&1 &
exec "$@" 3<&-`;

/** Starts a program that ends with this process at the latest, also where that is killed; before, after `timeout` milliseconds. */
export function startHeld(binary: string, args: readonly string[], timeout: number): Held {
  // A container with nothing but QEMU in it.
  const held = existsSync(SHELL);
  const [program, words] = held ? [SHELL, ['-c', HOLD, 'sh', binary, ...args]] : [binary, args];
  const child = spawn(program, words, {
    stdio: ['pipe', 'pipe', 'ignore', held ? 'pipe' : 'ignore'],
    detached: held,
  }) as Held['child'];
  const end = () => {
    clearTimeout(timer);
    child.stdio[3]?.destroy();
    child.kill('SIGKILL');
  };
  const timer = setTimeout(end, timeout);
  child.on('error', end);
  // The one that waits has nothing to wait for.
  child.on('exit', end);
  // A write to a program that has ended: its end is told of by itself.
  child.stdin.on('error', () => {});
  return { child, end };
}
