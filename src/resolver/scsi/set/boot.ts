import { scsiSetNoBoot } from '../../../diagnostics/catalog';
import type { Device } from '../../../model/device';
import type { Context } from '../../context';
import { isMedia } from '../host';
import type { PlacedLun } from './assign';
import type { LocatedSet } from './controllers';

/** A set and its LUNs in the guest. */
export interface PlacedSet extends LocatedSet {
  readonly placed: readonly PlacedLun[];
}

/**
 * `<boot order=>` of a set: its disks and CD/DVD drives take that order and those after it, and what comes later in the
 * XML moves up by as many, so that the order among devices is the one that the user wrote.
 */
export class BootOrders {
  private readonly spread: readonly { readonly order: number; readonly more: number }[];

  constructor(sets: readonly PlacedSet[], devices: readonly Device[], context: Context) {
    const others = devices.map(({ bootOrder }) => bootOrder).filter((order) => order !== undefined);
    const alone = (order: number) => others.filter((other) => other === order).length === 1;
    this.spread = sets.flatMap((set) => {
      const order = set.device.bootOrder;
      if (order === undefined) return [];
      const more = bootable(set).length - 1;
      if (set.placed.length > 0 && more < 0)
        context.report(scsiSetNoBoot(set.device.at.of('boot'), set.name));
      // Two at one order are refused; the order is then the one that the XML says.
      if (more < 1 || !alone(order)) return [];
      explain(set, order, more, context);
      return [{ order, more }];
    });
  }

  /** Where a device of that order in the XML comes. */
  shifted(order: number): number {
    return this.spread.reduce((sum, before) => (before.order < order ? sum + before.more : sum), order);
  }

  /** The order of each LUN of a set. */
  of(set: PlacedSet): ReadonlyMap<PlacedLun, number> {
    const order = set.device.bootOrder;
    if (order === undefined) return new Map();
    const isSpread = this.spread.some((other) => other.order === order);
    const takes = isSpread ? bootable(set) : bootable(set).slice(0, 1);
    return new Map(takes.map((lun, n) => [lun, this.shifted(order) + n]));
  }
}

/** Firmware boots from no tape, changer or enclosure. */
function bootable({ placed }: PlacedSet): readonly PlacedLun[] {
  return placed.filter(({ lun }) => isMedia(lun));
}

function explain({ name, device }: PlacedSet, order: number, more: number, { decide }: Context): void {
  decide({
    subject: name,
    value: `boot order ${order} to ${order + more}`,
    reason:
      'each of its LUNs that can be booted from has an order of its own, in the order of their addresses',
    at: device.at.of('boot'),
    caveats: [`devices with a later order in the XML come ${more} later`],
  });
}
