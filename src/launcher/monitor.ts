import { createConnection, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { openQmp, type Qmp } from '../qemu/probe/qmp';
import { endingText } from './ending';
import { LaunchFailure } from './failure';
import type { RunningQemu } from './qemu';

/** Milliseconds between two attempts to connect. */
const RETRY = 50;

/** QEMU ended before it answered, or while it was asked. */
export class QemuEnded extends LaunchFailure {}

/** Talks to the QMP monitor that a QEMU was given on this socket, within `patience` milliseconds for it to answer. */
export async function withMonitor<T>(
  { child, ended }: RunningQemu,
  path: string,
  patience: number,
  talk: (qmp: Qmp) => Promise<T>,
): Promise<T> {
  const gone = ended.then((ending) => {
    throw new QemuEnded(`QEMU ended with ${endingText(ending)}`);
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    const problem = `QEMU did not answer on its monitor within ${patience / 1000} seconds`;
    timer = setTimeout(() => fail(new LaunchFailure(problem)), patience);
  });
  const over = Promise.race([gone, late]);
  over.catch(() => {});
  let socket: Socket | undefined;
  try {
    socket = await connect(path, over);
    const qmp = await openQmp(socket, socket, over);
    clearTimeout(timer);
    const result = await talk(qmp);
    // It ends by itself: a signal would have it say so.
    await Promise.race([
      Promise.all([qmp.ask('quit').catch(() => {}), ended]),
      pause(5000, undefined, { ref: false }),
    ]);
    return result;
  } catch (problem) {
    // The connection breaks a moment before QEMU has ended, and its end says more.
    if (!(problem instanceof LaunchFailure)) await Promise.race([gone, pause(1000)]);
    throw problem;
  } finally {
    clearTimeout(timer);
    socket?.destroy();
    child.kill('SIGTERM');
  }
}

async function connect(path: string, over: Promise<never>): Promise<Socket> {
  for (;;) {
    const socket = createConnection(path);
    const connected = new Promise<boolean>((done) => {
      socket.once('connect', () => done(true));
      socket.once('error', () => done(false));
    });
    if (await Promise.race([connected, over])) return socket.on('error', () => {});
    await Promise.race([pause(RETRY), over]);
  }
}
