import type { PlannedImage, SourceSpelling } from '../../model/plan/block-backend';
import type { Properties } from '../args';
import { formatProperties } from './format';
import { protocolProperties } from './protocol';
import { driveUrl, glusterOfOld } from './url';

/** What a -drive opens and as which format. */
export function driveSource(image: PlannedImage, spelling: SourceSpelling): Properties {
  const { driver, ...format } = formatProperties(image);
  const { dataFile } = image;
  return {
    ...named(image, spelling),
    'data-file': dataFile && protocolProperties(dataFile),
    ...format,
    format: image.vvfat && spelling === 'url' ? undefined : driver,
  };
}

function named(image: PlannedImage, spelling: SourceSpelling): Properties {
  if (image.nodes.slice !== undefined) return { file: sliced(image) };
  return (
    plainFile(image) ?? (spelling === 'url' ? byUrl(image) : undefined) ?? { file: inFull(image, spelling) }
  );
}

/** A file name as it is, unless QEMU would read its beginning as a protocol (QEMU block.c, path_has_protocol). */
function plainFile(image: PlannedImage): Properties | undefined {
  const { source, vvfat, prManager, fdSet } = image;
  if (vvfat || fdSet || (source.type !== 'file' && source.type !== 'block')) return undefined;
  if (source.path === undefined || !/^[^:]*(\/|$)/.test(source.path)) return undefined;
  return { file: source.path, 'file.pr-manager': prManager };
}

function byUrl(image: PlannedImage): Properties | undefined {
  const { source, vvfat } = image;
  // vvfat takes what follows the last colon as its folder
  if (vvfat && source.type === 'dir' && !source.path?.includes(':'))
    return { file: `fat:${vvfat.floppy ? 'floppy:' : ''}${vvfat.rw ? 'rw:' : ''}${source.path ?? ''}` };
  return source.type === 'network' ? driveUrl(source, image) : undefined;
}

function inFull(image: PlannedImage, spelling: SourceSpelling): Properties {
  const { source } = image;
  if (spelling === 'url' && source.type === 'network' && source.protocol === 'gluster')
    return glusterOfOld(source);
  return protocolProperties(image);
}

/** A part of a file that holds an image in a format: a raw driver in between. */
function sliced(image: PlannedImage): Properties {
  const { slice } = image.source;
  return { driver: 'raw', offset: slice?.offset, size: slice?.size, file: protocolProperties(image) };
}
