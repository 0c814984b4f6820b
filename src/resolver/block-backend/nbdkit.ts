import type { DirectSource } from '../../model/plan/block-backend';
import type { NetworkProtocol } from '../../model/storage-source';
import type { Context } from '../context';

/** The nbdkit plugin that reads each protocol. */
const PLUGINS: { readonly [P in NetworkProtocol]?: string } = {
  http: 'plugin-curl',
  https: 'plugin-curl',
  ftp: 'plugin-curl',
  ftps: 'plugin-curl',
  tftp: 'plugin-curl',
  ssh: 'plugin-ssh',
};

/** The socket of the nbdkit that libvirt starts for a source, where its settings and the host's nbdkit allow it. */
export function nbdkitSocket(
  source: DirectSource,
  node: string,
  guestFolder: string | undefined,
  { conf, options }: Context,
): string | undefined {
  if (source.type !== 'network' || !conf.storage_use_nbdkit || guestFolder === undefined) return undefined;
  const plugin = PLUGINS[source.protocol];
  const available = options.context?.nbdkitCaps ?? [];
  if (plugin === undefined || !available.includes(plugin)) return undefined;
  return `${guestFolder}/nbdkit-${node}-storage.socket`;
}
