import { diskOptionInvalid, diskOptionMisplaced } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Disk } from '../../model/disk';
import { isPowerOfTwo } from '../../model/number';
import { hasFixedBlocks, isOnBoard, isPassedLun, type Rule } from './rule';

type Sizes = NonNullable<Disk['blockio']>;

const SMALLEST = 512;
/** QEMU hw/core/qdev-properties-system.c MAX_BLOCK_SIZE, and what it was until 5.1. */
const LARGEST = 2_097_152;
const LARGEST_ONCE = 32_768;

/** What QEMU's hw/block/block.c takes; libvirt leaves it to QEMU. 0 and nothing are QEMU's own choice. */
const sizes: Rule = (disk, _guest, { qemu }) => {
  const { at, blockio } = disk;
  if (blockio === undefined || isOnBoard(disk, qemu)) return undefined;
  if (isPassedLun(disk))
    return diskOptionMisplaced(at.of('blockio'), '<blockio>', 'disks that QEMU emulates');
  const checked = qemu.has('block.sizes-checked');
  const problem = eachSize(disk, blockio, checked ? LARGEST : LARGEST_ONCE);
  return problem ?? ofDriver(disk, blockio) ?? (checked ? together(blockio, at) : undefined);
};

function eachSize({ at }: Disk, blockio: Sizes, largest: number): Diagnostic | undefined {
  for (const name of ['logical', 'physical'] as const) {
    const wanted = blockio[name];
    if (!wanted || (wanted >= SMALLEST && wanted <= largest && isPowerOfTwo(wanted))) continue;
    return diskOptionInvalid(
      at.of(`blockio/@${name}_block_size`),
      `no disk has blocks of ${wanted} bytes`,
      `use a power of two from ${SMALLEST} to ${largest}`,
    );
  }
  return undefined;
}

function ofDriver(disk: Disk, { logical, physical, discardGranularity }: Sizes): Diagnostic | undefined {
  if (!hasFixedBlocks(disk)) return undefined;
  const floppy = disk.device === 'floppy';
  const fixed = {
    logical_block_size: logical,
    ...(floppy ? { physical_block_size: physical } : { discard_granularity: discardGranularity }),
  };
  const wrong = Object.entries(fixed).find(
    ([, size]) => size !== undefined && size !== 0 && size !== SMALLEST,
  );
  return (
    wrong &&
    diskOptionInvalid(
      disk.at.of(`blockio/@${wrong[0]}`),
      `${floppy ? 'a floppy' : 'an IDE or SATA disk'} has no '${wrong[0]}' but ${SMALLEST}`,
      `use ${SMALLEST}, or remove it`,
    )
  );
}

/** Larger physical blocks than 512 bytes are chosen for a disk that says its logical ones alone. */
function together(
  { logical, physical, discardGranularity = 0 }: Sizes,
  at: Disk['at'],
): Diagnostic | undefined {
  const block = logical || SMALLEST;
  if (physical && block > physical)
    return diskOptionInvalid(
      at.of('blockio/@logical_block_size'),
      `blocks of ${block} bytes do not fit into physical ones of ${physical}`,
      `use physical_block_size='${block}', or more`,
    );
  return discardGranularity % block === 0
    ? undefined
    : diskOptionInvalid(
        at.of('blockio/@discard_granularity'),
        `${discardGranularity} bytes are not made of blocks of ${block}`,
        `use a multiple of ${block}`,
      );
}

export const BLOCK_SIZE_LIMITS: readonly Rule[] = [sizes];
