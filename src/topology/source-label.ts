import type { ChardevSource } from '../model/chardev';
import { pciText } from '../model/address';
import type { BlockBackend } from '../model/plan/block-backend';
import type { StorageSource } from '../model/storage-source';

/** What stands behind a disk, in one word: a path, a volume, an address of the network. Never a secret. */
export function sourceLabel(source: StorageSource | undefined): string | undefined {
  if (source === undefined) return undefined;
  switch (source.type) {
    case 'volume':
      return `${source.pool ?? ''}/${source.volume ?? ''}`;
    case 'network': {
      const [host] = source.hosts;
      const where = host === undefined ? '' : (host.socket ?? `${host.name ?? ''}${portOf(host.port)}`);
      return `${source.protocol}:${where === '' ? '' : `//${where}/`}${source.name ?? ''}`;
    }
    case 'nvme': {
      return `nvme ${pciText(source.pci)} namespace ${source.namespace}`;
    }
    case 'vhostuser':
      return chardevLabel(source.chardev);
    default:
      return source.path;
  }
}

function portOf(port: number | undefined): string {
  return port === undefined ? '' : `:${port}`;
}

/** What QEMU opens for a device, which the XML may name in another way. */
export function backendLabel({ image }: BlockBackend): string | undefined {
  return sourceLabel(image?.source);
}

/** The host's end of a character device. */
export function chardevLabel({ type, path, remote, local, channel }: ChardevSource): string {
  const end = remote ?? local;
  const address = end?.service === undefined ? end?.host : `${end.host ?? ''}:${end.service}`;
  const where = path ?? address ?? channel;
  return where === undefined ? type : `${type} ${where}`;
}
