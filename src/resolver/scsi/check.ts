import {
  scsiAddressOwnId,
  scsiAddressRange,
  scsiAddressTaken,
  scsiAddressUnseen,
} from '../../diagnostics/catalog';
import { driveText, type DriveAddress } from '../../model/address';
import type { Domain } from '../../model/domain';
import { hbaLimits, modelsThatHold, type HbaLimits, type HbaModel } from '../../qemu/scsi-devices';
import type { Context } from '../context';
import { driveAddressOf, hbaAt, scsiLuns, type ScsiLun } from './address';

/** Reports SCSI addresses that the HBA does not have, and two devices at one. Runs when all controllers are there. */
export function checkScsiAddresses(guest: Domain, context: Context): Domain {
  const owners = new Map<string, ScsiLun>();
  for (const lun of scsiLuns(guest)) {
    const address = driveAddressOf(lun);
    if (address === undefined) continue;
    const model = hbaAt(guest, address.controller, context);
    if (model !== undefined) checkRange(address, model, context);
    const text = driveText(address);
    const owner = owners.get(text);
    if (owner === undefined) owners.set(text, lun);
    else context.report(scsiAddressTaken(address.at, text, { name: nameOf(owner), at: owner.at }));
  }
  return guest;
}

function nameOf(lun: ScsiLun): string {
  return lun.kind === 'disk' ? `<disk> '${lun.target.dev}'` : `<hostdev>`;
}

interface Bound {
  readonly attribute: 'bus' | 'target' | 'unit';
  readonly what: 'channel' | 'target' | 'LUN' | 'SCSI id';
  readonly max: number;
  /** Of those that a guest finds, where it is lower. */
  readonly seen?: number | undefined;
  /** Refused by libvirt too; else it lets QEMU find out. */
  readonly refused: boolean;
}

function checkRange(address: DriveAddress, model: HbaModel, context: Context): void {
  const limits = hbaLimits(model, context.qemu);
  const fits = context.profile.addressesFit;
  for (const { attribute, what, max, seen = max, refused } of boundsOf(limits, model, fits)) {
    const value = address[attribute];
    if (value <= seen) continue;
    const at = address.at.of(`@${attribute}`);
    const wanted = { channel: address.bus, target: address.target, lun: address.unit };
    const problem = { what, value, max, seen, model, others: modelsThatHold(wanted, context.qemu) };
    context.report(
      value <= max ? scsiAddressUnseen(at, problem) : scsiAddressRange(at, problem, fits || refused),
    );
  }
  if (address.unit === limits.ownId)
    context.report(scsiAddressOwnId(address.at.of('@unit'), address.unit, model));
}

/** libvirt knows one channel a controller, whatever QEMU has, and one target of lsilogic (src/qemu/qemu_validate.c). */
function boundsOf(limits: HbaLimits, model: HbaModel, fits: boolean): Bound[] {
  const channel: Bound = {
    attribute: 'bus',
    what: 'channel',
    max: fits ? limits.channel : 0,
    refused: true,
  };
  if (limits.unitIsTarget)
    return [
      channel,
      { attribute: 'target', what: 'target', max: 0, refused: model === 'lsilogic' },
      { attribute: 'unit', what: 'SCSI id', max: limits.target, refused: false },
    ];
  return [
    channel,
    { attribute: 'target', what: 'target', max: limits.target, seen: limits.seen?.target, refused: false },
    { attribute: 'unit', what: 'LUN', max: limits.lun, seen: limits.seen?.lun, refused: false },
  ];
}
