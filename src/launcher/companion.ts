import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Companion } from '../model/decision';
import { endingText, endOf } from './ending';
import { LaunchFailure } from './failure';
import { findProgram } from './program';
import { socketState } from './unix-socket';
import type { Start } from './start';
import { Tail } from './tail';

/** Milliseconds between two looks for a socket. */
const LOOK = 20;

/** Starts a companion and waits until it takes connections. Once it is up, its end is only told where it is a failure. */
export async function startCompanion(companion: Companion, start: Start): Promise<void> {
  const { name, argv, socket } = companion;
  const { watcher, say } = start;
  const [program = '', ...args] = argv;
  const path = findProgram(program, start.env);
  if (path === undefined)
    throw new LaunchFailure(`${name} is not installed: ${program} is not in PATH`, companion.reason);
  if (socket !== undefined) {
    freeSocket(socket, name);
    watcher.path(socket);
  }
  // A group of its own: Ctrl-C must end QEMU first.
  const child = spawn(path, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: start.env });
  watcher.process(child, 'leader');
  const tail = new Tail();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => tail.add(text));
  const ended = endOf(child);
  const early = ended.then((ending) => {
    throw new LaunchFailure(
      `${name} ended with ${endingText(ending)} before its socket was there${tail.quoted()}`,
      companion.reason,
    );
  });
  early.catch(() => {});
  const waiting = new AbortController();
  try {
    await Promise.race([untilListening(companion, start.patience, waiting.signal), early, start.interrupted]);
  } finally {
    waiting.abort();
  }
  tail.follow((line) => say(line.startsWith(`${name}: `) ? line : `${name}: ${line}`));
  void ended.then((ending) => {
    if (ending.code !== 0 && !start.over()) say(`${name} ended with ${endingText(ending)}`);
  });
}

/** What a run that was cut off left there is removed; what somebody serves is not ours. */
function freeSocket(path: string, name: string): void {
  const state = socketState(path);
  if (state === 'bound' || state === 'listening')
    throw new LaunchFailure(
      `another process serves ${path}, the socket of ${name}`,
      'the guest may be running already; end that process first',
    );
  if (state === 'other') throw new LaunchFailure(`${path}, the socket of ${name}, is taken by another file`);
  rmSync(path, { force: true });
}

async function untilListening(
  { name, socket }: Companion,
  patience: number,
  signal: AbortSignal,
): Promise<void> {
  if (socket === undefined) return;
  const deadline = Date.now() + patience;
  while (!signal.aborted && !['file', 'listening'].includes(socketState(socket))) {
    if (Date.now() > deadline)
      throw new LaunchFailure(`${name} did not open its socket ${socket} within ${patience / 1000} seconds`);
    await pause(LOOK);
  }
}
