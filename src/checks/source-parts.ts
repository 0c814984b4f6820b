import { diskSourcePart } from '../diagnostics/catalog';
import { madeOf } from '../host/block';
import type { BlockDevice } from '../host/facts';
import { blockBehind } from '../host/scsi';
import type { Check } from './check';
import { deviceName, goTogether, identityOf, openedBy, sourceAt, type Opened } from './opened';

/** A partition, a volume or a map that the guest has beside what it is made of. */
export const sourceParts: Check = ({ plan, context: { host, report } }) => {
  const onBlocks = openedBy(plan).flatMap((opened): (Opened & { readonly block: BlockDevice })[] => {
    const block = blockBehind(host, opened.path);
    return block === undefined ? [] : [{ ...opened, block }];
  });
  for (const part of onBlocks) {
    const below = madeOf(host, part.block);
    const whole = onBlocks.find(({ block }) => below.has(block.path));
    // A map and a path of it are one LUN, which is told of as such.
    if (whole === undefined || identityOf(host, whole.path) === identityOf(host, part.path)) continue;
    if (!goTogether(whole, part))
      report(
        diskSourcePart(sourceAt(part), part.path, whole.path, deviceName(whole.device), whole.device.at),
      );
  }
};
