import type { Place } from '../../model/place';
import { shellWord } from '../../model/shell-word';
import { error, warning } from '../diagnostic';

/** QEMU block/qcow2.c refuses what is not qcow2; as raw, anything is opened. */
export const imageFormatDiffers = (at: Place, path: string, wanted: 'raw' | 'qcow2', found: string) =>
  wanted === 'raw'
    ? warning(
        'image-format-differs',
        at,
        `${path} is ${found}, and raw to the guest, which sees the container`,
        {
          help: `if it was made as ${found}, use type='${found}'; if not, the guest wrote that header: leave it raw`,
        },
      )
    : error('image-format-differs', at, `${path} is ${found}, not qcow2: QEMU does not open it`, {
        help: `use type='${found}' in <driver> or <format>`,
      });

export const backingLoop = (at: Place, image: string, path: string) =>
  error('backing-loop', at, `${image} is based on ${path}, which is based on it`, {
    help: 'name another image, or none: qemu-img rebase -u',
  });

/** An image, the one below it that its header names, and of what format that is; undefined: not known. */
interface Based {
  readonly image: string;
  readonly path: string;
  readonly found: string | undefined;
}

/** What a header says is corrected without a look at the data (qemu-img(1), rebase -u). */
const recording = ({ image, path, found = 'FORMAT' }: Based) =>
  `qemu-img rebase -u -f qcow2 -F ${found} -b ${shellWord(path)} ${shellWord(image)}`;

/** QEMU opens an image as the one on top of it records (block.c, bdrv_open_backing_file). */
export const backingFormatDiffers = (at: Place, recorded: 'raw' | 'qcow2', based: Based) =>
  recorded === 'raw'
    ? warning(
        'backing-format-differs',
        at,
        `${based.path} is ${based.found}, and raw to ${based.image} on top of it: the guest sees the container`,
        { help: `if it was made as ${based.found}: ${recording(based)}` },
      )
    : error(
        'backing-format-differs',
        at,
        `${based.path} is ${based.found}, not qcow2 as ${based.image} on top of it says: QEMU does not open it`,
        { help: `record what it is: ${recording(based)}` },
      );

/**
 * qemu-img made such images before 6.1, and QEMU still opens them. libvirt takes a guess only where nothing is below what it
 * guessed (docs/kbase/backing_chains.rst). `chained`: something is.
 */
export const backingFormatMissing = (at: Place, chained: boolean, based: Based) =>
  warning(
    'backing-format-missing',
    at,
    `${based.image} does not say of what format ${based.path} below it is: QEMU guesses` +
      (chained ? ', and libvirt starts no such guest' : ''),
    { help: `record it: ${recording(based)}` },
  );

/**
 * QEMU sets the mark where it meets damage, and then opens the image for reading alone (docs/interop/qcow2.txt, incompatible
 * feature 1; block/qcow2.c, qcow2_do_open).
 */
export const imageCorrupt = (at: Place, path: string, writes: boolean) =>
  (writes ? error : warning)(
    'image-corrupt',
    at,
    writes
      ? `${path} is marked as damaged: QEMU does not open it for writing`
      : `${path} is marked as damaged, and is read all the same`,
    { help: `copy it, then mend it while no guest has it: qemu-img check -r all ${shellWord(path)}` },
  );

interface WrittenBase {
  readonly base: { readonly path: string; readonly format: string | undefined };
  readonly disk: string;
  readonly writer: string;
  /** QEMU does not start. */
  readonly locked: boolean;
}

/** QEMU locks what is below an image against writers (block/file-posix.c). */
export const baseImageWritten = (
  at: Place,
  { base: { path, format = 'FORMAT' }, disk, writer, locked }: WrittenBase,
  where: Place,
) =>
  (locked ? error : warning)(
    'base-image-written',
    at,
    locked
      ? `${path} is below ${disk}, and ${writer} writes to it: QEMU does not start`
      : `${path} is below ${disk}, and ${writer} writes to it: that destroys what is on top of it`,
    {
      notes: [{ message: `${writer} has it`, at: where }],
      help: `give ${writer} an image of its own on top of it: qemu-img create -f qcow2 -F ${format} -b ${shellWord(path)} IMAGE`,
    },
  );
