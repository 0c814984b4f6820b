import { isatty } from 'node:tty';

const STREAMS = [0, 1, 2];

/**
 * For a command that outlives its terminal for a moment, as QEMU is still to end. Node sets a terminal back at its exit, and
 * aborts with a stack of its own where that is gone: this one then ends by the signal that says so.
 */
export function mindTerminal(): void {
  const terminals = STREAMS.filter(isatty);
  process.once('exit', () => {
    if (!terminals.every(isatty)) process.kill(process.pid, 'SIGHUP');
  });
}
