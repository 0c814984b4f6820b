import { ideMissing, ideSingle } from '../../diagnostics/catalog';
import { isX86 } from '../../qemu/architectures';
import { ideBuses } from '../machine/ide';
import type { ControllerResolver } from './type';

/** Only ever on the board: QEMU's machines bring the one they have. */
export const IDE: ControllerResolver = {
  validate: ({ at, index = 0 }, guest, context) => {
    const buses = ideBuses(guest, context);
    if (buses === 0) context.report(ideMissing(at, isX86(guest.os.arch ?? context.qemu.arch)));
    else if (index > 0) context.report(ideSingle(at.of('@index'), buses));
  },
  plan: () => undefined,
};
