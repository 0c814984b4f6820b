import type { Reconnect } from '../../model/chardev';
import type { PlannedChardev } from '../../model/plan/chardev';
import type { Context } from '../context';

/**
 * A socket that is connected to again when it breaks: seconds, or milliseconds, which came with QEMU 9.2 and are all that
 * is left since 10.2. One that listens takes no
 * such word, not even 0 (QEMU chardev/char-socket.c).
 */
export function reconnectWords(
  reconnect: Reconnect | undefined,
  listens: boolean,
  { qemu }: Context,
): PlannedChardev['properties'] {
  if (listens || reconnect?.enabled === undefined) return {};
  const seconds = reconnect.enabled ? (reconnect.timeout ?? 0) : 0;
  if (qemu.has('chardev-reconnect-miliseconds')) return { 'reconnect-ms': seconds * 1000 };
  // before 2.2 no socket reconnects; asking for it was refused
  return qemu.has('chardev-reconnect') ? { reconnect: seconds } : {};
}
