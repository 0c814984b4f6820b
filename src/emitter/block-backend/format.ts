import type { PlannedImage } from '../../model/plan/block-backend';
import type { Properties } from '../args';

/** The format driver and its own settings (BlockdevOptions* of QEMU's qapi/block-core.json). */
export function formatProperties(image: PlannedImage): Properties & { readonly driver: string } {
  const { format, encryption, source, nodes } = image;
  const key = encryption?.engine === 'qemu' ? encryption.secrets[0] : undefined;
  if (format === 'luks' || (format === 'raw' && key !== undefined))
    return { driver: 'luks', 'key-secret': key };
  return {
    driver: format,
    offset: format === 'raw' && nodes.slice === undefined ? source.slice?.offset : undefined,
    size: format === 'raw' && nodes.slice === undefined ? source.slice?.size : undefined,
    encrypt: key === undefined ? undefined : { format: encryption?.format, 'key-secret': key },
    'cache-size': image.metadataCacheMax,
    'discard-no-unref': image.discardNoUnref,
  };
}
