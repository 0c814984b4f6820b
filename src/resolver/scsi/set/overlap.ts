import { scsiSetOverlap } from '../../../diagnostics/catalog';
import type { HostFacts, ScsiDevice } from '../../../host/facts';
import { hctlText, scsiBehindPath, scsiDeviceByAdapter } from '../../../host/scsi';
import { findScsiLun } from '../../../host/scsi-finding';
import type { Device } from '../../../model/device';
import type { Domain } from '../../../model/domain';
import type { Hostdev } from '../../../model/hostdev';
import type { Context } from '../../context';
import type { OpenSet } from './open';

/** Leaves out the LUNs that the guest names one by one, which go by what is said there; refuses those of two sets. */
export function withoutOthers(sets: readonly OpenSet[], guest: Domain, context: Context): OpenSet[] {
  const alone = new Set(guest.devices.flatMap((device) => lunsNamedBy(device, context.host)).map(textOf));
  const owners = new Map<string, OpenSet>();
  return sets.map((set) => {
    const own = set.luns.filter((lun) => alone.has(textOf(lun)));
    explain(set, own, context);
    const rest = set.luns.filter((lun) => !own.includes(lun) && !owners.has(textOf(lun)));
    refuse(set, owners, context);
    for (const lun of rest) owners.set(textOf(lun), set);
    return { ...set, luns: rest };
  });
}

function textOf({ hctl }: ScsiDevice): string {
  return hctlText(hctl);
}

/** Once for two sets, however many LUNs they share. */
function refuse(
  { at, luns, name }: OpenSet,
  owners: ReadonlyMap<string, OpenSet>,
  { report }: Context,
): void {
  const told = new Set<OpenSet>();
  for (const lun of luns) {
    const owner = owners.get(textOf(lun));
    if (owner === undefined || told.has(owner)) continue;
    told.add(owner);
    report(scsiSetOverlap(at, name, textOf(lun), owner.at));
  }
}

function explain(
  { at, name, luns, leftOut }: OpenSet,
  own: readonly ScsiDevice[],
  { decide }: Context,
): void {
  if (luns.length === 0) return;
  decide({
    subject: name,
    value: `LUNs: ${luns.length - own.length}`,
    reason: 'each LUN behind it becomes a device of the guest',
    at,
    fact: luns.map(textOf).join(', '),
    caveats: [
      ...own.map((lun) => `${textOf(lun)} goes by the device of the guest that names it alone`),
      ...leftOut.map((lun) => `${textOf(lun)} is left out: it stands for no device (type ${lun.type})`),
    ],
  });
}

/** The LUNs of one device; several are the paths of a multipath map. */
function lunsNamedBy(device: Device, facts: HostFacts): readonly ScsiDevice[] {
  if (device.kind === 'hostdev') return ofHostdev(device, facts);
  if (device.kind !== 'disk' || device.source?.type !== 'block' || device.source.path === undefined)
    return [];
  return scsiBehindPath(facts, device.source.path);
}

function ofHostdev({ source }: Hostdev, facts: HostFacts): readonly ScsiDevice[] {
  if (source.type === 'scsi-host') {
    const device = scsiDeviceByAdapter(facts, source);
    return typeof device === 'object' ? [device] : [];
  }
  if (source.type !== 'scsi-reference') return [];
  const found = findScsiLun(facts, source.reference);
  if (found.outcome === 'device') return [found.device];
  return found.outcome === 'path' ? scsiBehindPath(facts, found.path) : [];
}
