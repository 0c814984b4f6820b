import { spawn, type ChildProcess } from 'node:child_process';
import { endOf } from './ending';
import { LaunchFailure } from './failure';
import { WATCHER } from './watcher-script';

/**
 * A process of its own that ends and removes all that it was told of as soon as this one is done with it, also when this
 * one is killed. It is a shell, since it lives as long as the guest and a second Node would take 40 MB of the host.
 */
export class Watcher {
  private readonly shell: ChildProcess;
  private readonly ended: Promise<unknown>;

  /**
   * `undo`: shell text that takes back what host steps did, run last; empty for nothing. `grace`: milliseconds between
   * SIGTERM and SIGKILL.
   */
  constructor({ undo, grace, env }: { undo: string; grace: number; env: NodeJS.ProcessEnv }) {
    // A session of its own: a signal of the terminal must not end it before the guest.
    this.shell = spawn('/bin/sh', ['-c', WATCHER, 'domxml2qemu-watcher', String(grace / 100), undo], {
      detached: true,
      stdio: ['pipe', 'ignore', 'inherit'],
      env,
    });
    this.ended = endOf(this.shell);
    this.shell.stdin?.on('error', () => {});
  }

  /** To be ended; a leader with its whole group. */
  process({ pid }: ChildProcess, kind: 'alone' | 'leader'): void {
    if (pid !== undefined) this.tell(`process ${kind === 'leader' ? '-' : ''}${pid}`);
  }

  /** A file, or a folder that is empty by then, to be removed. */
  path(path: string): void {
    if (path.includes('\n')) throw new LaunchFailure('a socket whose path has a line break cannot be served');
    this.tell(`path ${path}`);
  }

  /** Everything is over: resolves when nothing is left. */
  async close(): Promise<void> {
    this.shell.stdin?.end();
    await this.ended;
  }

  private tell(line: string): void {
    this.shell.stdin?.write(`${line}\n`);
  }
}
