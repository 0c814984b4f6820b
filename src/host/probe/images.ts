import type { ImageFacts } from '../facts';
import { formatOf } from '../image-format';
import { readQcow2 } from '../qcow2-header';
import { recordedImage } from '../recorded-image';
import type { Files } from './files';
import { blockNameOf } from './paths';

/** It holds the header of every format, and of qcow2 the extensions that name files. */
const HEAD = 4096;

/** More than QEMU opens descriptors for by default; a chain of names that never repeat ends here. */
const LONGEST_CHAIN = 200;

/** An image, and as what it is opened; undefined: as what it is. */
export interface OpenedImage {
  readonly path: string;
  readonly format?: string | undefined;
}

/**
 * The headers of images and of all that they name, each once; those that cannot be read are left out. The guest writes
 * the first bytes of a raw image, so that it could name any file there: nothing is followed from one.
 */
export function readImages(files: Files, images: readonly OpenedImage[]): readonly ImageFacts[] {
  const found = new Map<string, ImageFacts>();
  const left = images.map(({ path, format }) => ({ path, format, depth: 0 }));
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { path, format, depth } = next;
    if (found.has(path) || depth > LONGEST_CHAIN) continue;
    const image = readImage(files, path, format);
    if (image === undefined) continue;
    found.set(path, image);
    const { path: below, format: belowFormat } = image.backing ?? {};
    if (below !== undefined) left.push({ path: below, format: belowFormat, depth: depth + 1 });
  }
  return [...found.values()];
}

function readImage(files: Files, path: string, openedAs?: string): ImageFacts | undefined {
  if (mayWait(files, path)) return undefined;
  const head = files.part(path, 0, HEAD);
  if (head === undefined) return undefined;
  const format = formatOf(head);
  if (format !== 'qcow2' || openedAs === 'raw') return { path, format };
  const header = readQcow2(head, (offset, length) => files.part(path, offset, length));
  if (header === undefined) return undefined;
  const { backing, dataFile, corrupt } = header;
  return {
    path,
    format,
    corrupt: corrupt ? true : undefined,
    backing: backing && recordedImage(backing.name, backing.format, path),
    dataFile: dataFile === undefined ? undefined : recordedImage(dataFile, 'raw', path),
  };
}

/** A drive reads its disc in for it, and a multipath map may hold every read back until one of its paths returns. */
function mayWait(files: Files, path: string): boolean {
  const node = files.real(path);
  const block = node === undefined ? undefined : blockNameOf(files, node);
  return block !== undefined && (/^(sr|fd)\d/.test(block) || restsOnMap(files, block));
}

function restsOnMap(files: Files, block: string): boolean {
  const folder = `/sys/class/block/${block}`;
  if (files.text(`${folder}/dm/uuid`)?.startsWith('mpath-') === true) return true;
  return files.names(`${folder}/slaves`).some((slave) => restsOnMap(files, slave));
}
