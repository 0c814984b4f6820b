import type { SocketOwner } from '../facts';
import type { Files } from './files';

/** The processes of the host, or of this container, in the order of their numbers. */
export function processes(files: Files): readonly number[] {
  return files
    .names('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** As the kernel has it, 15 characters; empty for one that is gone. */
export function commandOf(files: Files, pid: number): string {
  return files.text(`/proc/${pid}/comm`) ?? '';
}

/** Where each of its descriptors leads; none for a process into which this user may not look. */
export function descriptorsOf(files: Files, pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  return files.names(folder).flatMap((fd) => files.link(`${folder}/${fd}`) ?? []);
}

/** Who has each of these sockets: of a server and what it forked, the server. */
export function socketOwners(files: Files, inodes: ReadonlySet<string>): ReadonlyMap<string, SocketOwner> {
  const owners = new Map<string, SocketOwner>();
  for (const pid of processes(files)) {
    if (owners.size === inodes.size) break;
    for (const path of descriptorsOf(files, pid)) {
      const inode = /\/socket:\[(\d+)\]$/.exec(path)?.[1];
      if (inode !== undefined && inodes.has(inode) && !owners.has(inode))
        owners.set(inode, { pid, command: commandOf(files, pid) });
    }
  }
  return owners;
}
