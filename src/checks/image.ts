import { backingLoop, imageFormatDiffers, pathDenied, pathMissing } from '../diagnostics/catalog';
import { blockByPath, nodeByPath } from '../host/block';
import type { ImageFacts, RecordedImage } from '../host/facts';
import { imagesOf, type GuestImage } from '../host/guest-image';
import { imageByPath } from '../host/image';
import type { Place } from '../model/place';
import type { Check, CheckInput } from './check';

/** What the headers of the images say: their formats, and the images below them that the XML does not name. */
export const images: Check = (input) => {
  const { guest, context, skip } = input;
  for (const image of imagesOf(guest)) {
    const header = imageByPath(context.host, image.path);
    if (header === undefined) {
      if (isThere(image.path, input)) skip('what the headers of its images say');
      continue;
    }
    compareFormat(image, header, input);
    if (image.endsOpen && image.format === header.format) follow(image, header, input);
  }
};

function isThere(path: string, { context: { host } }: CheckInput): boolean {
  return nodeByPath(host, path) !== 'absent';
}

/** LUKS below `<encryption>` is raw to the XML; an image that is written as raw may hold anything. */
function compareFormat({ at, path, format }: GuestImage, header: ImageFacts, { context }: CheckInput): void {
  const differs = format === 'raw' ? !['raw', 'luks'].includes(header.format) : format !== header.format;
  // Of other formats a sign may stand elsewhere, as that of a fixed VHD does.
  if (differs && (format === 'raw' || format === 'qcow2'))
    context.report(imageFormatDiffers(at, path, format, header.format));
}

/** Down the chain as QEMU opens it; what is recorded as raw has nothing below it. */
function follow({ at }: GuestImage, top: ImageFacts, input: CheckInput): void {
  const { host, report } = input.context;
  const seen = new Set<string>();
  let image: ImageFacts | undefined = top;
  while (image !== undefined) {
    seen.add(image.path);
    const below: RecordedImage | undefined = image.backing;
    if (below?.path === undefined) return;
    const problem = seen.has(below.path)
      ? backingLoop(at, image.path, below.path)
      : notOpened(at, image.path, below.path, input);
    if (problem !== undefined) return report(problem);
    image = below.format === 'raw' ? undefined : imageByPath(host, below.path);
  }
}

function notOpened(at: Place, image: string, path: string, { context: { host } }: CheckInput) {
  const what = `the image below ${image}:`;
  const block = blockByPath(host, path);
  const node = typeof block === 'object' ? block : nodeByPath(host, path);
  if (node === 'absent')
    return pathMissing(at, what, path, 'bring it back, or correct the name in the image: qemu-img rebase -u');
  return typeof node === 'object' && node.access === 'none' ? pathDenied(at, what, path, 'read') : undefined;
}
