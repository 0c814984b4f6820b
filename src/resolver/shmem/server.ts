import { checkSocketPath } from '../chardev/socket-path';
import { socketPart } from '../../model/socket-path';
import { fileName } from '../../model/file-name';
import type { PlannedChardev } from '../../model/plan/chardev';
import type { Shmem } from '../../model/shmem';
import type { Context } from '../context';

/** The server that several guests share hands out the memory; one that the XML does not place is started beside QEMU. */
export function planServer(
  device: Shmem,
  { path: given }: NonNullable<Shmem['server']>,
  context: Context,
): PlannedChardev {
  const { alias = '', name } = device;
  const path = given ?? socketOf(name, context);
  checkSocketPath(given, () => device.at.of('server/@path'), context);
  if (given === undefined)
    context.companion({
      name: 'ivshmem-server',
      argv: serverArgs(device, path),
      socket: path,
      reason: `it shares the memory '${name}' among the guests that name it; one server serves them all`,
    });
  context.resource({ path, access: 'read-write', shared: true, usedBy: alias });
  return { id: `char${alias}`, backend: 'socket', properties: { path }, descriptors: [] };
}

function socketOf(name: string, { profile }: Context): string {
  if (profile.daemonFolders) return `/var/lib/libvirt/shmem-${name}-sock`;
  return `/run/shmem-${socketPart(fileName(name))}.sock`;
}

/** QEMU contrib/ivshmem-server: its size is 4 MiB where nothing says more. */
function serverArgs({ name, size, msi }: Shmem, socket: string): string[] {
  return [
    'ivshmem-server',
    '-F',
    '-S',
    socket,
    '-M',
    name,
    ...(size === undefined ? [] : ['-l', String(size)]),
    '-n',
    String(msi?.vectors ?? 1),
  ];
}
