import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { LaunchFailure } from './failure';

/** How a process ended; `problem` where it never started. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly problem?: Error | undefined;
}

/** Milliseconds to read what an ended process wrote. */
const LAST_WORDS = 500;

/**
 * Resolves when the process has ended and all that it wrote was read. One that it started may have its streams for ever: they
 * are left to that one when the last words had their time.
 */
export function endOf(child: ChildProcess): Promise<Ending> {
  child.once('exit', () => {
    const leave = setTimeout(() => child.stdio.forEach((stream) => stream?.destroy()), LAST_WORDS);
    child.once('close', () => clearTimeout(leave));
  });
  return ending(child, 'close');
}

/** Resolves when the process has ended, also where one that it started has its streams still. */
export const exitOf = (child: ChildProcess) => ending(child, 'exit');

function ending(child: ChildProcess, event: 'close' | 'exit'): Promise<Ending> {
  return new Promise((done) => {
    child.once(event, (code: number | null, signal: NodeJS.Signals | null) => done({ code, signal }));
    child.once('error', (problem) => {
      if (child.pid === undefined) done({ code: null, signal: null, problem });
    });
  });
}

/** Throws where the system started no process, for want of descriptors or processes: then it has no streams either. */
export async function assertStarted(
  { pid }: ChildProcess,
  ended: Promise<Ending>,
  what: string,
): Promise<void> {
  if (pid !== undefined) return;
  const { problem } = await ended;
  throw new LaunchFailure(
    `${what} cannot be started: ${problem?.message ?? 'the system does not say why'}`,
    'this user may have too few open files or processes: ulimit -n, ulimit -u',
  );
}

/** The exit status as a shell has it: 128 and the number of the signal that ended it. */
export function statusOf({ code, signal }: Pick<Ending, 'code' | 'signal'>): number {
  return signal === null ? (code ?? 1) : 128 + constants.signals[signal];
}

/** `status 1`, `SIGKILL`. */
export function endingText({ code, signal, problem }: Ending): string {
  if (problem !== undefined) return problem.message;
  return signal ?? `status ${code ?? '?'}`;
}
