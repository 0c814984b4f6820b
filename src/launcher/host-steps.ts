import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { HostStep } from '../model/decision';
import { assertStarted, endingText, exitOf, type Ending } from './ending';
import { LaunchFailure } from './failure';
import { Tail } from './tail';

/** Milliseconds that the command of a step which is at work has to end, once a signal came. */
const GRACE = 2000;

/** What goes on around a step. */
export interface StepCourse {
  readonly interrupted: Promise<never>;
  /** Called after each command that is done, with the environment that it left. */
  readonly done: (left: NodeJS.ProcessEnv) => void;
}

/**
 * Does one host step, in a shell since its commands are lines of one; gives back the environment that it leaves, for what
 * it exports. A step that fails or is cut off ends at a command: `done` was called for those before it.
 */
export async function doHostStep(
  { what, commands, prefix }: HostStep,
  env: NodeJS.ProcessEnv,
  { interrupted, done }: StepCourse,
): Promise<NodeJS.ProcessEnv> {
  // A prefix is what QEMU is started by; its commands show it for a person.
  if (prefix !== undefined) return env;
  const shell = spawn('/bin/sh', ['-eu', '-c', stepScript(commands)], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env,
  });
  const ended = exitOf(shell);
  await assertStarted(shell, ended, 'a host step');
  const said = new Tail();
  for (const stream of [shell.stdout, shell.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => said.add(text));
  let left = env;
  const told = eachReport(shell.stdio[3] as Readable, (report) => done((left = readEnvironment(report))));
  try {
    const ending = await Promise.race([ended, interrupted]);
    if (ending.code !== 0)
      throw new LaunchFailure(
        `a host step failed with ${endingText(ending)}: ${what}${said.quoted()}`,
        `${process.getuid?.() === 0 ? '' : 'run as root, or '}do it by hand: ${commands.join('; ')}`,
      );
  } finally {
    await endShell(shell, ended);
    await told;
  }
  return left;
}

/** Its descriptor 3 has the environment after each command, as `env -0` writes it, and an empty entry. */
function stepScript(commands: readonly string[]): string {
  const lines = commands.map(
    (command) =>
      // What a command leaves running must not hold the pipe.
      `{\n${command}\n} 3>&-\n{ env -0; printf '\\0'; } >&3\n[ -z "$domxml2qemu_signal" ] || exit "$domxml2qemu_signal"\n`,
  );
  const traps = [
    [129, 'HUP'],
    [130, 'INT'],
    [131, 'QUIT'],
    [143, 'TERM'],
  ].map(([status, signal]) => `trap domxml2qemu_signal=${status} ${signal}\n`);
  return `domxml2qemu_signal=\n${traps.join('')}${lines.join('')}`;
}

async function endShell(shell: ChildProcess, ended: Promise<Ending>): Promise<void> {
  shell.kill('SIGTERM');
  const late = new AbortController();
  const timer = pause(GRACE, undefined, { signal: late.signal }).catch(() => {});
  await Promise.race([ended, timer]);
  late.abort();
  shell.kill('SIGKILL');
}

async function eachReport(stream: Readable, take: (report: string) => void): Promise<void> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const reports = (text + String(chunk)).split('\0\0');
    text = reports.pop() ?? '';
    reports.forEach(take);
  }
}

function readEnvironment(text: string): NodeJS.ProcessEnv {
  const pairs = text.split('\0').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}
