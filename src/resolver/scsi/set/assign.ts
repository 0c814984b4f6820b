import { scsiAddressRange, scsiLunRenumbered, scsiSetTooMany } from '../../../diagnostics/catalog';
import { hctlText } from '../../../host/scsi';
import { logicalLun } from '../../../host/scsi-set';
import type { ScsiDevice } from '../../../host/facts';
import { driveText, type DriveAddress } from '../../../model/address';
import type { Domain } from '../../../model/domain';
import { hbaLimits, seenLimits, type HbaLimits, type HbaModel } from '../../../qemu/scsi-devices';
import type { Context } from '../../context';
import { driveAddressOf, hbaAt, scsiLuns, type ScsiLun } from '../address';
import { placeOfName } from '../assign';
import type { LocatedSet } from './controllers';
import { addressParts, ControllerPlaces, placeOf, type GivenPlace, type WantedPlace } from './places';

/** A LUN of the host and where the guest is to find it. */
export interface PlacedLun {
  readonly lun: ScsiDevice;
  readonly address: DriveAddress;
}

interface Hba {
  readonly model: HbaModel;
  readonly limits: HbaLimits;
  readonly places: ControllerPlaces;
}

/** Gives places to the LUNs of sets, in the order of the document; what the XML says of other devices goes first. */
export class LunPlacer {
  private readonly hbas = new Map<number, Hba | undefined>();

  constructor(
    private readonly guest: Domain,
    private readonly context: Context,
  ) {}

  place(set: LocatedSet): PlacedLun[] {
    const hba = this.hbaOf(set.controller);
    // A model that does not exist is refused elsewhere.
    if (hba === undefined || !this.isThere(set, hba)) return [];
    const given = hba.places.place(set.luns.map((lun) => wantedPlace(lun, set)));
    this.complain(set, given, hba);
    return set.luns.flatMap((lun, n) => {
      const found = given[n];
      if (found === undefined) return [];
      const address = addressOf(set, found, hba);
      this.note(set, lun, address, found.why);
      return [{ lun, address }];
    });
  }

  private hbaOf(controller: number): Hba | undefined {
    if (!this.hbas.has(controller)) this.hbas.set(controller, this.open(controller));
    return this.hbas.get(controller);
  }

  private open(controller: number): Hba | undefined {
    const model = hbaAt(this.guest, controller, this.context);
    if (model === undefined) return undefined;
    const limits = seenLimits(hbaLimits(model, this.context.qemu));
    const places = new ControllerPlaces(limits);
    for (const lun of scsiLuns(this.guest)) {
      const address = this.addressOfOther(lun);
      if (address?.controller === controller) places.take(placeOf(address, limits));
    }
    return { model, limits, places };
  }

  /** A disk without an address will get the one of its name. */
  private addressOfOther(lun: ScsiLun) {
    if (lun.address !== undefined || lun.kind === 'hostdev') return driveAddressOf(lun);
    return placeOfName(lun, this.guest, this.context);
  }

  /** A target that the XML names in the guest must exist there. */
  private isThere({ set, device }: LocatedSet, { limits, model }: Hba): boolean {
    const { place } = set;
    if (place === undefined) return true;
    const bounds = [
      ['bus', 'channel', place.bus, limits.channel],
      ['target', 'target', place.target, limits.target],
    ] as const;
    const beyond = bounds.filter(([, , value, max]) => value > max);
    for (const [attribute, what, value, max] of beyond)
      this.context.report(
        scsiAddressRange(
          device.at.of(`address/@${attribute}`),
          { what, value, max, seen: max, model, others: [] },
          true,
        ),
      );
    return beyond.length === 0;
  }

  private complain(
    { at, name, luns }: LocatedSet,
    given: readonly (GivenPlace | undefined)[],
    { model }: Hba,
  ): void {
    const placed = given.filter((place) => place !== undefined).length;
    if (placed < luns.length)
      this.context.report(scsiSetTooMany(at, name, { luns: luns.length, placed, model }));
  }

  private note({ at }: LocatedSet, lun: ScsiDevice, address: DriveAddress, why: string | undefined): void {
    if (why !== undefined)
      this.context.report(scsiLunRenumbered(at, { lun: hctlText(lun.hctl), place: driveText(address), why }));
  }
}

function wantedPlace({ hctl }: ScsiDevice, { set }: LocatedSet): WantedPlace {
  const { place } = set;
  return {
    channel: place?.bus ?? hctl.channel,
    target: place?.target ?? hctl.target,
    lun: logicalLun(hctl),
  };
}

function addressOf({ controller, device }: LocatedSet, { place }: GivenPlace, { limits }: Hba): DriveAddress {
  return { type: 'drive', at: device.at, controller, ...addressParts(place, limits) };
}
