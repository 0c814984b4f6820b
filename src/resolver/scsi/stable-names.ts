import { hostUnstableName, scsiSourceUnstable } from '../../diagnostics/catalog';
import { blockByPath, multipathOf } from '../../host/block';
import type { DeviceNode, HostFacts, ScsiDevice } from '../../host/facts';
import { nodesOf, isUnstable, scsiDeviceByAdapter, scsiDeviceByNode, stableName } from '../../host/scsi';
import { findScsiLun } from '../../host/scsi-finding';
import { sourceElement } from '../../host/source-element';
import { scopeOf, stableSetOf } from '../../host/stable-set';
import { stableSourceOf, unstablePart, type StableSource } from '../../host/stable-source';
import type { Device } from '../../model/device';
import type { Disk } from '../../model/disk';
import type { Domain } from '../../model/domain';
import type { ScsiHostSource } from '../../model/hostdev';
import type { Place } from '../../model/place';
import type { ScsiReference } from '../../model/scsi-reference';
import type { ScsiSet } from '../../model/scsi-set';
import type { Context } from '../context';

/** Warns of each source that rests on the order of discovery: host numbers, sdX, sgN. */
export function checkStableNames(guest: Domain, context: Context): Domain {
  if (context.profile.checksHost) for (const device of guest.devices) checkDevice(device, context);
  return guest;
}

function checkDevice(device: Device, context: Context): void {
  if (device.kind === 'controller') {
    if (device.source !== undefined) checkSet(device.at.of('source'), device.source, context);
    return;
  }
  if (device.kind === 'disk') checkDisk(device, context);
  if (device.kind !== 'hostdev') return;
  const { source } = device;
  const at = device.at.of('source');
  if (source.type === 'scsi-host') checkAdapter(at, source, context);
  else if (source.type === 'scsi-reference') checkReference(at, source.reference, context);
  else if (source.type === 'scsi-set') checkSet(at, source, context);
}

/** Of a LUN that is not known, its path alone tells; any other disk is unknown as often as the host is not its own. */
function checkDisk({ source, device }: Disk, { host, report }: Context): void {
  if (source?.type !== 'block' || source.path === undefined || !isUnstable(source.path)) return;
  const { path } = source;
  const at = source.at.of('@dev');
  const block = blockByPath(host, path);
  // Of a path of a multipath map it is said that the map is to be used (host-checks.ts).
  if (typeof block === 'object' && multipathOf(host, block) !== undefined) return;
  const node = nodeOf(host, path);
  const stable = node && stableName(node);
  if (device === 'lun') {
    const known = stable === undefined ? undefined : `<source dev='${stable}'/>`;
    report(scsiSourceUnstable(at, `the name ${path}`, isWhole(host) && node !== undefined, known));
  } else if (stable !== undefined) report(hostUnstableName(at, path, stable));
}

/** An sg node has no links; those of its sibling lead to the same LUN. */
function nodeOf(host: HostFacts, path: string): Pick<DeviceNode, 'links'> | undefined {
  const block = blockByPath(host, path);
  if (typeof block === 'object') return block;
  const device = scsiDeviceByNode(host, path);
  return typeof device === 'object' ? { links: nodesOf(device).flatMap(({ links }) => links) } : undefined;
}

/** Only of a host that was read as a whole can be said that a device has no other name. */
function isWhole({ covers }: HostFacts): boolean {
  return covers === undefined;
}

function checkAdapter(at: Place, source: ScsiHostSource, { host, report }: Context): void {
  const found = scsiDeviceByAdapter(host, source);
  // One that is not there is refused elsewhere.
  if (found === 'absent') return;
  const stable = found === 'unknown' ? undefined : stableSourceOf(host, found);
  report(
    scsiSourceUnstable(
      at,
      source.adapter,
      isWhole(host) && found !== 'unknown',
      stable && sourceElement(stable),
    ),
  );
}

function checkReference(at: Place, reference: ScsiReference, context: Context): void {
  const part = unstablePart(reference);
  if (part === undefined) return;
  const { host, report } = context;
  const device = deviceOf(reference, context);
  if (device === 'none') return;
  const stable = device && ('hctl' in device ? stableSourceOf(host, device) : nameOfMap(device));
  report(
    scsiSourceUnstable(at, part, isWhole(host) && device !== undefined, stable && sourceElement(stable)),
  );
}

/** A device, or the multipath map of some. Undefined: not known; none: what it names is refused elsewhere. */
function deviceOf(reference: ScsiReference, { host }: Context): ScsiDevice | DeviceNode | 'none' | undefined {
  const found = findScsiLun(host, reference);
  if (found.outcome === 'device') return found.device;
  if (found.outcome === 'unknown') return undefined;
  if (found.outcome !== 'path' || !isUnstable(found.path)) return 'none';
  const block = blockByPath(host, found.path);
  if (typeof block === 'object' && block.dm?.type === 'multipath')
    return { path: block.path, links: block.links };
  const device = scsiDeviceByNode(host, found.path);
  if (device === 'absent') return 'none';
  return device === 'unknown' ? undefined : device;
}

function nameOfMap(map: DeviceNode): StableSource | undefined {
  const name = stableName(map);
  return name === undefined ? undefined : { by: 'name', name };
}

function checkSet(at: Place, set: ScsiSet, { host, report }: Context): void {
  const part = unstablePart(set.reference);
  const scope = part === undefined ? undefined : scopeOf(host, set);
  if (part === undefined || scope === undefined) return;
  const stable = stableSetOf(host, scope);
  report(scsiSourceUnstable(at, part, true, stable && sourceElement(stable)));
}
