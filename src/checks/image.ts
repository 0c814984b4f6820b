import { imageCorrupt, imageFormatDiffers } from '../diagnostics/catalog';
import { nodeByPath } from '../host/block';
import type { ImageFacts } from '../host/facts';
import { imagesOf, type GuestImage } from '../host/guest-image';
import { imageByPath } from '../host/image';
import type { Place } from '../model/place';
import { shellWord } from '../model/shell-word';
import { imagesBelow } from './backing';
import type { Check, CheckInput } from './check';
import { notOpened } from './image-file';
import { openedBy } from './opened';

/** What the headers of the images say: their formats, damage, and the files that they name and the XML does not. */
export const images: Check = (input) => {
  const { guest, plan, context, skip } = input;
  const found = imagesOf(guest);
  if (found.length === 0) return;
  const written = new Set(openedBy(plan, context.qemu).flatMap(({ path, reads }) => (reads ? [] : [path])));
  for (const image of found) {
    const header = imageByPath(context.host, image.path);
    if (header === undefined) {
      if (isThere(image.path, input)) skip('what the headers of its images say');
      continue;
    }
    compareFormat(image, header, input);
    if (image.format !== header.format) continue;
    const { at, namesData, top } = image;
    lookInto(header, { at, namesData, writes: top && written.has(image.path) }, input);
    if (!image.endsOpen) continue;
    for (const below of imagesBelow(at, header, input))
      lookInto(below, { at, namesData: false, writes: false }, input);
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

interface Opening {
  readonly at: Place;
  readonly namesData: boolean;
  readonly writes: boolean;
}

/**
 * Of the marks of a qcow2 header damage alone matters: an image with lazy refcounts is marked dirty while it is open, and
 * QEMU counts anew when it opens it for writing (docs/interop/qcow2.txt).
 */
function lookInto(
  { path, corrupt, dataFile }: ImageFacts,
  { at, namesData, writes }: Opening,
  input: CheckInput,
): void {
  const { report } = input.context;
  if (corrupt === true) report(imageCorrupt(at, path, writes));
  if (dataFile?.path === undefined || namesData) return;
  const problem = notOpened(
    { at, what: `the data of ${path},`, path: dataFile.path, writes, help: dataHelp(path) },
    input,
  );
  if (problem !== undefined) report(problem);
}

/** QEMU opens an image only with its data, so that its header is changed by saying where they are now. */
function dataHelp(image: string): string {
  const name = `driver=qcow2,file.filename=${image.replaceAll(',', ',,')},data-file.filename=FILE`;
  return `bring it back, or say where it is: qemu-img amend --image-opts -o data_file=FILE ${shellWord(name)}`;
}
