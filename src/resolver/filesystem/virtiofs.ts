import { checkSocketPath } from '../chardev/socket-path';
import { socketPart } from '../../model/socket-path';
import { fileName } from '../../model/file-name';
import type { Domain } from '../../model/domain';
import type { Filesystem } from '../../model/filesystem';
import type { PlannedFilesystem } from '../../model/plan/filesystem';
import type { Context } from '../context';
import { ANY_VIRTIOFSD, virtiofsdOf } from '../../host/virtiofsd';
import { privateFolder } from '../guest/paths';
import { lockOf, virtiofsdOptions } from './virtiofsd-options';

/**
 * virtiofsd serves the folder, in a process of its own; QEMU knows its socket only. One that nothing is known of is taken for
 * the one in Rust; QEMU's own is named by its path, since its options fit no other.
 */
export function planVirtiofs(device: Filesystem, guest: Domain, context: Context): PlannedFilesystem['back'] {
  const { alias = '', source, server } = device;
  const path = source.socket ?? socketOf(alias, guest, context);
  checkSocketPath(source.socket, () => source.at.of('@socket'), context);
  const { kind = 'rust', path: found = '' } = virtiofsdOf(context.host, server.path) ?? {};
  if (source.socket === undefined)
    context.companion({
      name: 'virtiofsd',
      argv: [kind === 'c' ? found : (server.path ?? ANY_VIRTIOFSD), ...virtiofsdOptions(device, path, kind)],
      socket: path,
      leaves: [lockOf(path, kind)],
      reason: `it serves ${source.dir ?? ''} to the guest`,
    });
  context.resource({ path, access: 'read-write', shared: false, usedBy: alias });
  return {
    type: 'virtiofs',
    chardev: { id: `chr-vu-${alias}`, backend: 'socket', properties: { path }, descriptors: [] },
  };
}

/** Bytes for what the socket is called after. */
const NAME = 80;

function socketOf(alias: string, guest: Domain, { profile }: Context): string {
  if (profile.daemonFolders) return `${privateFolder(guest)}/${alias}-fs.sock`;
  return `/run/virtiofsd-${socketPart(`${fileName(guest.name)}-${alias}`, NAME)}.sock`;
}
