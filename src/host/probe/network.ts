import type { HostFacts, Listening } from '../facts';
import type { Files } from './files';
import { socketOwners } from './processes';

/** Interfaces, bridges and what listens, in the network namespace of this process. */
export function readNetwork(files: Files): Pick<HostFacts, 'interfaces' | 'bridges' | 'listening'> {
  const folder = '/sys/class/net';
  // Without the folder nothing is known; bonding_masters is a file in it.
  if (!files.exists(folder)) return { listening: readListening(files) };
  const interfaces = files.names(folder).filter((name) => files.exists(`${folder}/${name}/ifindex`));
  return {
    interfaces,
    bridges: interfaces.filter((name) => files.exists(`${folder}/${name}/bridge`)),
    listening: readListening(files),
  };
}

/** `withOwners`: each with the process that listens, for which every descriptor of the host is read. */
export function readListening(files: Files, { withOwners = false } = {}): Listening | undefined {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => files.text(path));
  const unix = files.text('/proc/net/unix');
  if (unix === undefined && tables.every((table) => table === undefined)) return undefined;
  const sockets = tables.flatMap((table = '') => table.split('\n').flatMap(listeningTcp));
  const owners = withOwners ? socketOwners(files, new Set(sockets.map(({ inode }) => inode))) : undefined;
  const tcp = sockets.map(({ inode, ...socket }) => ({ ...socket, owner: owners?.get(inode) }));
  const known = new Map(tcp.map((socket) => [`${socket.address} ${socket.port}`, socket]));
  return {
    tcp: [...known.values()].sort((a, b) => a.port - b.port || (a.address < b.address ? -1 : 1)),
    unix: [...new Set((unix ?? '').split('\n').flatMap(listeningUnix))].sort(),
  };
}

interface TcpSocket {
  readonly address: string;
  readonly port: number;
  readonly inode: string;
}

/** `0: 0100007F:170C 00000000:0000 0A queues timer retransmits uid timeout inode ...` (proc_net_tcp.txt): 0A is LISTEN. */
function listeningTcp(line: string): readonly TcpSocket[] {
  const [, address, port, inode = ''] =
    /^\s*\d+: ([0-9A-F]+):([0-9A-F]{4}) \S+ 0A (?:\S+ +){5}(\d+)/.exec(line) ?? [];
  if (address === undefined || port === undefined) return [];
  return [{ address: addressOf(address), port: parseInt(port, 16), inode }];
}

/** As the processor has it: the kernel writes words of its own. */
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Each 32 bits are printed as a number of the host's byte order. */
function addressOf(hex: string): string {
  const bytes = Buffer.from(hex, 'hex');
  if (LITTLE_ENDIAN) bytes.swap32();
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16));
  // The longest run of zeros is written as ::, which this shows for the two addresses that matter, :: and ::1.
  return groups
    .join(':')
    .replace(/^(0:)+/, '::')
    .replace(/^::0$/, '::');
}

/** The flag 00010000 says that it accepts connections; `@` is a name that no file has. */
function listeningUnix(line: string): readonly string[] {
  const path = /^\S+ \S+ \S+ 00010000 \S+ \S+ +\d+ (\/.*)$/.exec(line)?.[1];
  return path === undefined ? [] : [path];
}
