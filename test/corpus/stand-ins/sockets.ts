/** What QEMU listens on and connects to: free ports and sockets of this machine. */
import { joined, pairs, type Pair } from './pairs';
import { fifos, listening, socket, type Room } from './room';

/** Nets of the host by one that needs none. */
export function netdev(word: string): string {
  const list = pairs(word);
  const type = list[0]?.[0] ?? '';
  const id = list.find(([key]) => key === 'id')?.[1] ?? '';
  return /^(tap|bridge|vhost-user|vhost-vdpa|stream|dgram|socket|af-xdp|vde|l2tpv3)$/.test(type)
    ? joined([
        ['user', undefined],
        ['id', id],
      ])
    : joined(list);
}

export function vnc(word: string, room: Room): string {
  return word
    .replace(/^(?!unix:|none)[^,]*/, () => `127.0.0.1:${room.freePort() - 5900}`)
    .replace(/,to=\d+/, '')
    .replace(/^unix:(\/[^,]*)/, (_, path: string) => `unix:${socket(path, room)}`)
    .replace(/websocket=\d+/, () => `websocket=${room.freePort()}`);
}

export function chardev(word: string, room: Room): string {
  const list = pairs(word);
  const type = list[0]?.[0] ?? '';
  const has = (key: string, value?: string) =>
    list.some(([name, text]) => name === key && (value === undefined || text === value));
  if (type === 'serial' || type === 'parallel' || type === 'tty' || type === 'parport')
    return joined([['null', undefined], ...list.filter(([key]) => key === 'id')]);
  const server = has('server', 'on') || (has('server') && !has('server', 'off'));
  if (type === 'pipe')
    return joined(list.map(([key, text]) => (key === 'path' ? [key, fifos(room)] : [key, text])));
  // Nobody connects to what would wait for it.
  const waits = server && !has('wait') ? [['wait', 'off'] as const] : [];
  const moved = list.map(([key, text = '']): Pair => {
    if (key === 'path' || key === 'logfile')
      return [
        key,
        type === 'socket' && key === 'path' && !server ? listening(text, room) : socket(text, room),
      ];
    if (key === 'host' || key === 'localaddr') return [key, '127.0.0.1'];
    if (key === 'port') return [key, String(server || type === 'udp' ? room.freePort() : room.peer)];
    if (key === 'localport') return [key, String(room.freePort())];
    return text === '' && !has(key, '') ? [key, undefined] : [key, text];
  });
  return joined([...moved, ...waits]);
}

export function spice(word: string, room: Room): string {
  const list = pairs(word);
  // A socket without a folder is one of where QEMU is started: here, of this project.
  const isSocket = list.some(([key, text]) => key === 'unix' && text === 'on');
  return joined(
    list.map(([key, text]): Pair => {
      if (key === 'port' || key === 'tls-port') return [key, text === '0' ? text : String(room.freePort())];
      if (key === 'addr') return [key, isSocket ? socket(text ?? '', room) : '127.0.0.1'];
      return [key, text];
    }),
  );
}
