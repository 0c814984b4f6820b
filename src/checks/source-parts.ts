import { diskSourcePart } from '../diagnostics/catalog';
import type { Check } from './check';
import { deviceName, identityOf, openedBy, sourceAt, wholesOf } from './opened';
import { goTogether } from './source-use';

/** A partition, a volume or a map that the guest has beside what it is made of. */
export const sourceParts: Check = ({ plan, context: { host, qemu, report } }) => {
  const opened = openedBy(plan, qemu).map((one) => ({ ...one, identity: identityOf(host, one.path) }));
  for (const part of opened) {
    const wholes = wholesOf(host, part.path);
    if (wholes.length === 0) continue;
    const whole = opened.find((one) => wholes.includes(one.identity) && !goTogether(one, part));
    if (whole !== undefined)
      report(
        diskSourcePart(sourceAt(part), part.path, whole.path, deviceName(whole.device), whole.device.at),
      );
  }
};
