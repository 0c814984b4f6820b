import { LaunchFailure } from './failure';
import type { Launch } from './launchable';
import { socketState } from './unix-socket';

/** A socket that is to be opened where something is that is not ours stops a start: it would be deleted. */
export function refuseTaken(path: string, whose: string): void {
  const state = socketState(path);
  if (state === 'bound' || state === 'listening')
    throw new LaunchFailure(
      `another process serves ${path}, ${whose}`,
      'the guest may be running already; end that process first',
    );
  if (state === 'other')
    throw new LaunchFailure(
      `${path}, ${whose}, is taken by another file, which would be deleted`,
      'move the file, or give the socket another path',
    );
}

export const socketOf = (companion: string) => `the socket of ${companion}`;

/** All of a start, before it does anything: a second start must not reach for what a running guest has. */
export function refuseRunning({ companions, sockets }: Launch): void {
  for (const { name, socket } of companions) if (socket !== undefined) refuseTaken(socket, socketOf(name));
  refuseTakenByQemu(sockets);
}

/** QEMU removes what is in the way of a socket, whatever it is (util/qemu-sockets.c, unix_listen_saddr). */
export function refuseTakenByQemu(sockets: readonly string[]): void {
  for (const path of sockets) refuseTaken(path, 'a socket of QEMU');
}
