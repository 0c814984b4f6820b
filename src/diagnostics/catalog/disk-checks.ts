import type { Place } from '../../model/place';
import { error, note, warning } from '../diagnostic';

export const diskSharedCache = (at: Place, cache: string) =>
  warning(
    'disk-shared-cache',
    at,
    `cache='${cache}' on a shared disk: this host keeps what other hosts write out of the guest's sight`,
    { help: "use cache='none', as without the attribute" },
  );

export const diskDiscardIgnored = (at: Place, why: string, help: string) =>
  note('disk-discard-ignored', at, `discard='unmap' has no effect: ${why}`, { help });

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
