import { spawn, type ChildProcess } from 'node:child_process';
import { assertStarted, endOf, type Ending } from './ending';
import { LaunchFailure } from './failure';
import { WATCHER } from './watcher-script';

/**
 * A process of its own that ends and removes all that it was told of as soon as this one is done with it, also when this
 * one is killed. It is a shell, since it lives as long as the guest and a second Node would take 40 MB of the host.
 */
export class Watcher {
  private readonly shell: ChildProcess;
  private readonly ended: Promise<Ending>;
  private told = '';

  /** `grace`: milliseconds between SIGTERM and SIGKILL. */
  constructor(private readonly grace: number) {
    this.shell = startShell(grace);
    this.ended = endOf(this.shell);
  }

  /** Throws where it could not be started: then nothing must be. */
  started(): Promise<void> {
    return assertStarted(this.shell, this.ended, 'the process that cleans up');
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

  /** Commands that take a host step back; done when all else is gone, those of the last step first. */
  undo(commands: readonly string[]): void {
    this.tellLines('undo', commands);
  }

  /** Commands that set the variables in which those run; the last ones hold. */
  exports(commands: readonly string[]): void {
    this.tellLines('exports', commands);
  }

  /** Everything is over: resolves when nothing is left. Where somebody killed the shell, another does its work. */
  async close(): Promise<void> {
    this.shell.stdin?.end();
    const { signal } = await this.ended;
    if (signal === null) return;
    const second = startShell(this.grace);
    second.stdin?.end(this.told);
    await endOf(second);
  }

  private tellLines(what: string, commands: readonly string[]): void {
    if (commands.length === 0) return;
    const text = commands.join('\n');
    this.tell(`${what} ${text.split('\n').length}\n${text}`);
  }

  private tell(line: string): void {
    this.told += `${line}\n`;
    this.shell.stdin?.write(`${line}\n`);
  }
}

function startShell(grace: number): ChildProcess {
  // A session of its own: a signal of the terminal must not end it before the guest.
  const shell: ChildProcess = spawn('/bin/sh', ['-c', WATCHER, 'domxml2qemu-watcher', String(grace / 100)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  shell.stdin?.on('error', () => {});
  return shell;
}
