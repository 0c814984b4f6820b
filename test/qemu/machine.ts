import { spawn, type ChildProcess } from 'node:child_process';
import { createConnection, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { readQtree, type QtreeDevice } from './qtree';

/** A QEMU that answered QMP. Always `stop` it. */
export interface Machine {
  execute(command: string, args?: object): Promise<unknown>;
  qtree(): Promise<QtreeDevice[]>;
  stop(): Promise<void>;
}

/** QEMU ended before it answered: its exit status and what it said. */
export class QemuRefused extends Error {
  constructor(
    readonly status: number | null,
    readonly said: string,
  ) {
    super(`QEMU ended with status ${String(status)}: ${said}`);
  }
}

/** Starts QEMU and waits for the greeting on its QMP socket, which `argv` must open. */
export async function startMachine(
  argv: readonly string[],
  socketPath: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Machine> {
  const [program = '', ...args] = argv;
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  let running = true;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<number | null>((done) => {
    child.on('exit', done);
    child.on('error', (problem) => {
      said += problem.message;
      done(null);
    });
  });
  const refused = ended.then((status) => {
    running = false;
    throw new QemuRefused(status, said);
  });
  refused.catch(() => {});
  try {
    const connection = await Promise.race([connect(socketPath, () => running), refused]);
    const execute = await session(connection, refused);
    return {
      execute,
      qtree: async () =>
        readQtree(String(await execute('human-monitor-command', { 'command-line': 'info qtree' }))),
      stop: () => stop(child, connection, ended),
    };
  } catch (problem) {
    child.kill('SIGKILL');
    await ended;
    throw problem;
  }
}

async function connect(path: string, alive: () => boolean): Promise<Socket> {
  for (let tries = 0; tries < 1500 && alive(); tries++) {
    const socket = createConnection(path);
    const connected = await new Promise<boolean>((done) => {
      socket.once('connect', () => done(true));
      socket.once('error', () => done(false));
    });
    if (connected) return socket;
    await pause(10);
  }
  throw new Error(`nobody listens on ${path}`);
}

/** The QMP handshake; after it, one command at a time. */
async function session(socket: Socket, refused: Promise<never>): Promise<Machine['execute']> {
  const waiting: ((message: Record<string, unknown>) => void)[] = [];
  const early: Record<string, unknown>[] = [];
  let rest = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const message = JSON.parse(line) as Record<string, unknown>;
      if ('event' in message) continue;
      const next = waiting.shift();
      if (next) next(message);
      else early.push(message);
    }
  });
  socket.on('error', () => {});
  const answer = () =>
    Promise.race([
      new Promise<Record<string, unknown>>((done) => {
        const message = early.shift();
        if (message) done(message);
        else waiting.push(done);
      }),
      refused,
    ]);
  const execute = async (command: string, args: object = {}) => {
    const reply = answer();
    socket.write(`${JSON.stringify({ execute: command, arguments: args })}\n`);
    const message = await reply;
    if ('error' in message) throw new Error(`${command}: ${JSON.stringify(message['error'])}`);
    return message['return'];
  };
  await answer();
  await execute('qmp_capabilities');
  return execute;
}

async function stop(child: ChildProcess, connection: Socket, ended: Promise<unknown>): Promise<void> {
  connection.destroy();
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(late);
}
