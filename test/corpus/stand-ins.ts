/** Host paths, ports and nets of a command line replaced by what the test makes: they are the host's, not the guest's. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';

export interface Room {
  /** Where this guest's files go. */
  readonly folder: string;
  /** A URL of a LUN for scsi-block and scsi-generic. */
  readonly lun: string;
  /** Takes connections on 127.0.0.1 and hangs up on whoever says something. */
  readonly peer: number;
  readonly freePort: () => number;
  /** Listeners on sockets that QEMU connects to. */
  readonly servers: Server[];
}

type Pair = [key: string, value: string | undefined];

/** `a=b,c` with commas doubled in values -> pairs. */
function pairs(word: string): Pair[] {
  return (word.match(/(?:[^,]|,,)+/g) ?? []).map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [part, undefined] : [part.slice(0, at), part.slice(at + 1)];
  });
}

function joined(list: readonly Pair[]): string {
  return list.map(([key, value]) => (value === undefined ? key : `${key}=${value}`)).join(',');
}

export function standIns(argv: readonly string[], room: Room): string[] {
  const passed = new Set(
    argv
      .filter((word) => /^scsi-(block|generic),/.test(word))
      .map((word) => /,drive=([^,]+)/.exec(word)?.[1]),
  );
  return argv.map((word, index) => {
    const option = argv[index - 1] ?? '';
    const special = OPTIONS[option];
    if (special === undefined) return paths(word, room);
    return option === '-drive' ? drive(word, passed, room) : special(word, room);
  });
}

const OPTIONS: Readonly<Record<string, (word: string, room: Room) => string>> = {
  '-drive': (word) => word,
  '-netdev': netdev,
  '-chardev': chardev,
  '-vnc': (word, room) =>
    word
      .replace(/^(?!unix:|none)[^,]*/, () => `127.0.0.1:${room.freePort() - 5900}`)
      .replace(/,to=\d+/, '')
      .replace(/^unix:(\/[^,]*)/, (_, path: string) => `unix:${socket(path, room)}`)
      .replace(/websocket=\d+/, () => `websocket=${room.freePort()}`),
  '-spice': spice,
  '-object': object,
  '-kernel': (_word, room) => file('kernel', 65_536, room),
  '-initrd': (_word, room) => file('initrd', 4096, room),
  '-fsdev': fsdev,
  '-cpu': (word) => word.replace(/^host\b/, 'max'),
};

function drive(word: string, passed: ReadonlySet<string | undefined>, room: Room): string {
  const list = pairs(word);
  const value = (key: string) => list.find(([name]) => name === key)?.[1];
  const rest = list.filter(([key]) => key !== 'file' && !key.startsWith('file.'));
  const named = list.some(([key]) => key === 'file' || key.startsWith('file.'));
  if (!named) return word;
  const place = value('file');
  const folder = place !== undefined && /^(fat:|\/dev\/cdrom$)/.test(place);
  const image = passed.has(value('id'))
    ? room.lun
    : folder
      ? file('image', 1 << 20, room)
      : formatted(value('format') ?? 'raw', value('if') === 'pflash' ? 1 << 20 : 8 << 20, room);
  return joined([['file', image], ...rest]);
}

let count = 0;

function file(name: string, bytes: number, { folder }: Room): string {
  const path = join(folder, `${name}-${++count}`);
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

function formatted(format: string, bytes: number, room: Room): string {
  if (format === 'raw' || format === 'luks') return file('image', bytes, room);
  const path = join(room.folder, `image-${++count}`);
  execFileSync('qemu-img', ['create', '-q', '-f', format, path, String(bytes)], { stdio: 'pipe' });
  return path;
}

/** Nets of the host by one that needs none. */
function netdev(word: string): string {
  const list = pairs(word);
  const type = list[0]?.[0] ?? '';
  const id = list.find(([key]) => key === 'id')?.[1] ?? '';
  return /^(tap|bridge|vhost-user|vhost-vdpa|stream|dgram|socket|af-xdp|vde|l2tpv3)$/.test(type)
    ? joined([['user'], ['id', id]] as Pair[])
    : joined(list);
}

function chardev(word: string, room: Room): string {
  const list = pairs(word);
  const type = list[0]?.[0] ?? '';
  const has = (key: string, value?: string) =>
    list.some(([name, text]) => name === key && (value === undefined || text === value));
  if (type === 'serial' || type === 'parallel' || type === 'tty' || type === 'parport')
    return joined([['null'], ...list.filter(([key]) => key === 'id')] as Pair[]);
  const server = has('server', 'on') || (has('server') && !has('server', 'off'));
  if (type === 'pipe')
    return joined(list.map(([key, text]) => (key === 'path' ? [key, fifos(room)] : [key, text])));
  return joined(
    list.map(([key, text = '']): Pair => {
      if (key === 'path' || key === 'logfile')
        return [
          key,
          type === 'socket' && key === 'path' && !server ? listening(text, room) : socket(text, room),
        ];
      if (key === 'host' || key === 'localaddr') return [key, '127.0.0.1'];
      if (key === 'port') return [key, String(server || type === 'udp' ? room.freePort() : room.peer)];
      if (key === 'localport') return [key, String(room.freePort())];
      return text === '' && !has(key, '') ? [key, undefined] : [key, text];
    }),
  );
}

function fifos(room: Room): string {
  const path = join(room.folder, `pipe-${++count}`);
  execFileSync('mkfifo', [`${path}.in`, `${path}.out`]);
  return path;
}

function spice(word: string, room: Room): string {
  return joined(
    pairs(word).map(([key, text]): Pair => {
      if (key === 'port' || key === 'tls-port') return [key, String(room.freePort())];
      if (key === 'addr') return [key, text?.startsWith('/') ? socket(text, room) : '127.0.0.1'];
      return [key, text];
    }),
  );
}

/** Memory of one's own, unbound: this machine has neither huge pages nor the host's NUMA nodes. */
function object(word: string, room: Room): string {
  if (word.startsWith('secret')) {
    const path = join(room.folder, `secret-${++count}`);
    writeFileSync(path, 'c2VjcmV0');
    return word.replace(/file=(?:[^,]|,,)+/, `file=${path}`);
  }
  if (!/^memory-backend|^{"qom-type":"memory-backend/.test(word)) return paths(word, room);
  return paths(word, room)
    .replace(/,host-nodes(?:\.\d+)?=[^,]*/g, '')
    .replace(/,policy=[^,]*/g, '')
    .replace(/,prealloc=(?:on|yes)/, '')
    .replace(/,hugetlb=on,hugetlbsize=\d+|,hugetlbsize=\d+|,hugetlb=on/g, '');
}

/** Paths that are not here, in any other word. */
function paths(word: string, room: Room): string {
  return word.replace(/(^|[=,:"])(\/[\w.+@/-]+)/g, (whole, before: string, path: string) =>
    existsSync(path) && !path.startsWith('/dev/hugepages') && !path.startsWith('/dev/shm')
      ? whole
      : before + (/mem-path/.test(word) && before === '=' ? memory(room) : other(path, room)),
  );
}

function memory(room: Room): string {
  mkdirSync(join(room.folder, 'memory'), { recursive: true });
  return join(room.folder, 'memory', String(++count));
}

function other(path: string, room: Room): string {
  if (path.startsWith(room.folder)) return path;
  const moved = join(room.folder, path);
  mkdirSync(dirname(moved), { recursive: true });
  if (!/\.sock|socket/.test(path) && !existsSync(moved)) {
    writeFileSync(moved, '');
    truncateSync(moved, 4096);
  }
  return moved;
}

function fsdev(word: string, room: Room): string {
  const path = join(room.folder, `shared-${++count}`);
  mkdirSync(path);
  return word.replace(/path=(?:[^,]|,,)+/, `path=${path}`);
}

/** A short name: a socket's path has 107 bytes. */
function socket(path: string, room: Room): string {
  return path.startsWith(room.folder) ? path : join(room.folder, `s${++count}`);
}

function listening(path: string, room: Room): string {
  const at = socket(path, room);
  room.servers.push(hangingUp().listen(at));
  return at;
}

/** Whoever only connects stays connected; whoever wants an answer gets none. */
export function hangingUp(): Server {
  return createServer((connection) => {
    connection.on('error', () => {});
    connection.on('data', () => connection.destroy());
  });
}
