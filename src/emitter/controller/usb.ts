import type { PlannedUsbController } from '../../model/plan/controller';
import { device, type Arg } from '../args';
import { slotProperties } from '../slot';

/** A companion has no id: it is part of its master's bus. */
export function emitUsbController({ driver, id, ports, master, slot }: PlannedUsbController): Arg[] {
  return [
    device({
      driver,
      p2: ports,
      p3: ports,
      masterbus: master?.bus,
      firstport: master?.firstPort,
      id: master ? undefined : id,
      ...slotProperties(slot),
    }),
  ];
}
