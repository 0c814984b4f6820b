import {
  backingFormatDiffers,
  backingFormatMissing,
  backingLoop,
  baseImageWritten,
} from '../diagnostics/catalog';
import type { HostFacts, ImageFacts } from '../host/facts';
import { imagesOf, type GuestImage } from '../host/guest-image';
import { imageByPath, recordedChain, type ChainStep } from '../host/image';
import type { Place } from '../model/place';
import type { Check, CheckInput } from './check';
import { notOpened } from './image-file';
import { deviceName, identityOf, lockedApart, openedBy } from './opened';

/** The images below one by what the headers say, as far as QEMU gets; what is wrong with the way there is said. */
export function imagesBelow(at: Place, top: ImageFacts, input: CheckInput): readonly ImageFacts[] {
  const { host, report } = input.context;
  const opened: ImageFacts[] = [];
  for (const step of recordedChain(host, top)) {
    const problem = wayProblem(at, step, input);
    if (problem !== undefined) report(problem);
    if (problem?.severity === 'error' || problem?.stopsStart === true) break;
    if (step.header !== undefined && step.format !== 'raw') opened.push(step.header);
  }
  return opened;
}

function wayProblem(at: Place, step: ChainStep, input: CheckInput) {
  const { image, path, loops } = step;
  if (loops) return backingLoop(at, image.path, path);
  const what = `the image below ${image.path}:`;
  const help = 'bring it back, or correct the name in the image: qemu-img rebase -u';
  return notOpened({ at, what, path, writes: false, help }, input) ?? formatProblem(at, step);
}

function formatProblem(at: Place, { image, path, format, header }: ChainStep) {
  const based = { image: image.path, path, found: header?.format };
  if (format === undefined)
    return backingFormatMissing(at, (header?.backing ?? header?.dataFile) !== undefined, based);
  if (header === undefined || (format !== 'raw' && format !== 'qcow2')) return undefined;
  const fits = format === header.format || (format === 'raw' && header.format === 'luks');
  return fits ? undefined : backingFormatDiffers(at, format, based);
}

/** An image that one disk writes to and that is below another disk's. */
export const writtenBases: Check = ({ guest, plan, context }) => {
  const { host, qemu, report } = context;
  const opened = openedBy(plan, qemu);
  if (opened.length < 2) return;
  const writers = new Map(
    opened.filter(({ reads }) => !reads).map((one) => [identityOf(host, one.path), one]),
  );
  for (const image of imagesOf(guest)) {
    for (const base of basesOf(image, host)) {
      const writer = writers.get(identityOf(host, base.path));
      if (writer === undefined || writer.device.at.path === image.disk.at.path) continue;
      const locked = lockedApart(writer.path, base.path, qemu);
      const [disk, name] = [deviceName(image.disk), deviceName(writer.device)];
      report(baseImageWritten(image.at, { base, disk, writer: name, locked }, writer.device.at));
    }
  }
};

interface Base {
  readonly path: string;
  readonly format: string | undefined;
}

/** The images below one: those that the XML names, and those that the header records. */
export function basesOf(image: GuestImage, host: HostFacts): readonly Base[] {
  const header = image.endsOpen ? imageByPath(host, image.path) : undefined;
  const recorded = header === undefined || header.format !== image.format ? [] : recordedChain(host, header);
  const below = [...recorded].map(({ path, format, header: found }) => ({
    path,
    format: format ?? found?.format,
  }));
  return [...(image.top ? [] : [image]), ...below];
}
