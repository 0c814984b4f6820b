import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { remainsOf, type Companion } from '../model/decision';
import { shellWord } from '../model/shell-word';
import { assertStarted, endingText, endOf } from './ending';
import { LaunchFailure } from './failure';
import { findProgram } from './program';
import { socketState } from './unix-socket';
import type { Start } from './start';
import { Tail } from './tail';
import { refuseTaken, socketOf } from './taken';

/** Milliseconds between two looks for a socket. */
const LOOK = 20;

/** Starts a companion and waits until it takes connections. Once it is up, its end is only told where it is a failure. */
export async function startCompanion(companion: Companion, start: Start): Promise<void> {
  const { name, argv, socket } = companion;
  const { watcher, say } = start;
  const [program = '', ...args] = argv;
  const path = findProgram(program, start.env);
  if (path === undefined)
    throw new LaunchFailure(
      `${name} is not installed: ${program} is not ${program.includes('/') ? 'on this host, or no program' : 'in PATH'}`,
      `install it: ${companion.reason}`,
    );
  if (socket !== undefined) {
    refuseTaken(socket, socketOf(name));
    // What a run that was cut off left there.
    rmSync(socket, { force: true });
  }
  for (const left of remainsOf(companion)) watcher.path(left);
  // A group of its own: Ctrl-C must end QEMU first.
  const child = spawn(path, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: start.env });
  const ended = endOf(child);
  await assertStarted(child, ended, name);
  watcher.process(child, 'leader');
  const tail = new Tail();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => tail.add(text));
  const early = ended.then((ending) => {
    throw failed(companion, `ended with ${endingText(ending)} before its socket was there`, tail);
  });
  early.catch(() => {});
  const waiting = new AbortController();
  try {
    await Promise.race([
      untilListening(companion, { patience: start.patience, tail, signal: waiting.signal }),
      early,
      start.interrupted,
    ]);
  } finally {
    waiting.abort();
  }
  tail.follow((line) => say(line.startsWith(`${name}: `) ? line : `${name}: ${line}`));
  void ended.then((ending) => {
    if (ending.code !== 0 && !start.over()) say(`${name} ended with ${endingText(ending)}`);
  });
}

interface Waiting {
  readonly patience: number;
  readonly tail: Tail;
  readonly signal: AbortSignal;
}

async function untilListening(companion: Companion, { patience, tail, signal }: Waiting): Promise<void> {
  const { socket } = companion;
  if (socket === undefined) return;
  const deadline = Date.now() + patience;
  while (!signal.aborted && !['file', 'listening'].includes(socketState(socket))) {
    if (Date.now() > deadline)
      throw failed(companion, `did not open its socket ${socket} within ${patience / 1000} seconds`, tail);
    await pause(LOOK);
  }
}

/** With the last it said. */
function failed({ name, argv }: Companion, what: string, tail: Tail): LaunchFailure {
  return new LaunchFailure(
    `${name} ${what}${tail.quoted()}`,
    `try it by hand: ${argv.map(shellWord).join(' ')}`,
  );
}
