import type { Reconnect } from '../../model/chardev';
import type { PlannedChardev } from '../../model/plan/chardev';
import type { Context } from '../context';

/**
 * A socket that is connected to again when it breaks: seconds, or since QEMU 9.2 milliseconds. One that listens takes no
 * such word, not even 0 (QEMU chardev/char-socket.c).
 */
export function reconnectWords(
  reconnect: Reconnect | undefined,
  listens: boolean,
  { qemu }: Context,
): PlannedChardev['properties'] {
  // before 2.2 no socket reconnects; asking for it was refused
  if (listens || reconnect?.enabled === undefined || !qemu.has('chardev-reconnect')) return {};
  const seconds = reconnect.enabled ? (reconnect.timeout ?? 0) : 0;
  return qemu.has('chardev-reconnect-miliseconds')
    ? { 'reconnect-ms': seconds * 1000 }
    : { reconnect: seconds };
}
