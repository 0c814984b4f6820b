/** What one guest's stand-ins are made in, and the plain files and sockets that serve for most of them. */
import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

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

let count = 0;

/** A path for a new file of this guest. */
export function fresh(name: string, { folder }: Room): string {
  return join(folder, `${name}-${++count}`);
}

/** A file of zeros. */
export function file(name: string, bytes: number, room: Room): string {
  const path = fresh(name, room);
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

/** What every secret is, as text of which base64 can be read too. */
export const PASSPHRASE = 'c2VjcmV0';

export function secret(room: Room): string {
  const path = fresh('secret', room);
  writeFileSync(path, PASSPHRASE);
  return path;
}

export function fifos(room: Room): string {
  const path = fresh('pipe', room);
  execFileSync('mkfifo', [`${path}.in`, `${path}.out`]);
  return path;
}

/** A short name: a socket's path has 107 bytes. */
export function socket(path: string, room: Room): string {
  return path.startsWith(room.folder) ? path : join(room.folder, `s${++count}`);
}

export function listening(path: string, room: Room): string {
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
