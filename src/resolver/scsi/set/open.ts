import {
  fcPortMismatch,
  fcPortNotFound,
  scsiSetAmbiguous,
  scsiSetEmpty,
  scsiSetNotFound,
  scsiSetOtherKind,
  scsiSetRoot,
  scsiSetUnread,
} from '../../../diagnostics/catalog';
import { blockByPath, hostUses, mountsOn } from '../../../host/block';
import type { ScsiDevice } from '../../../host/facts';
import {
  findScsiSet,
  lunsBehind,
  noDevicesBehind,
  portAdapter,
  scopeName,
  scopesOf,
  scopeText,
  type SetScope,
} from '../../../host/scsi-set';
import type { Controller } from '../../../model/controller';
import type { Hostdev } from '../../../model/hostdev';
import type { Place } from '../../../model/place';
import type { ScsiSet } from '../../../model/scsi-set';
import type { Context } from '../../context';
import type { NewPorts } from './vport';

/** A whole target or adapter that the guest is given, and the LUNs that it stands for; none if it was refused. */
export interface OpenSet {
  readonly device: Hostdev | Controller;
  readonly set: ScsiSet;
  readonly at: Place;
  /** For a person. */
  readonly name: string;
  readonly luns: readonly ScsiDevice[];
  /** What else the kernel lists there. */
  readonly leftOut: readonly ScsiDevice[];
}

/** Looks the set up on the host. */
export function openSet(
  device: OpenSet['device'],
  set: ScsiSet,
  context: Context,
  newPorts: NewPorts,
): OpenSet {
  const at = device.at.of('source');
  const scope = scopeOf(set, at, context, newPorts);
  if (scope === undefined) return { device, set, at, name: nameOf(set), luns: [], leftOut: [] };
  const name = scopeName(scope);
  const luns = lunsBehind(context.host, scope);
  if (luns.length === 0) context.report(scsiSetEmpty(at, name, scope.host));
  const leftOut = noDevicesBehind(context.host, scope);
  return { device, set, at, name, luns: isOfHost(luns, name, at, context) ? [] : luns, leftOut };
}

/** Undefined: it is not there, and that was reported. */
function scopeOf(set: ScsiSet, at: Place, context: Context, newPorts: NewPorts): SetScope | undefined {
  const { host, report } = context;
  const found = findScsiSet(host, set);
  const name = nameOf(set);
  switch (found.is) {
    case 'found':
      return found.scope;
    case 'unknown':
      report(scsiSetUnread(at, name));
      return undefined;
    case 'absent':
      report(
        scsiSetNotFound(
          at,
          name,
          scopesOf(host, set.of).map((scope) => scopeText(host, scope)),
        ),
      );
      return undefined;
    case 'several':
      report(
        scsiSetAmbiguous(
          at,
          name,
          set.of,
          found.scopes.map((scope) => scopeText(host, scope)),
        ),
      );
      return undefined;
    case 'other':
      report(
        scsiSetOtherKind(at.of('@name'), set.reference.by === 'name' ? set.reference.name : name, set.of),
      );
      return undefined;
    case 'port':
      missingPort(set, at, context, newPorts);
      return undefined;
  }
}

/** A port that is not on the host is one to be made, if the XML says enough. */
function missingPort(
  { reference, parent }: ScsiSet,
  at: Place,
  { host, report }: Context,
  newPorts: NewPorts,
): void {
  if (reference.by !== 'port') return;
  const { wwpn, wwnn } = reference;
  const other = portAdapter(host, wwpn);
  if (other?.fc !== undefined)
    report(fcPortMismatch(at.of('address/@wwnn'), wwpn, other.host, other.fc.wwnn));
  else if (wwnn === undefined) report(fcPortNotFound(at.of('address/@wwpn'), wwpn, newPorts.list()));
  else newPorts.add({ wwpn, wwnn, parent, at });
}

/** Nothing is left of a host whose disk was given away. */
function isOfHost(luns: readonly ScsiDevice[], name: string, at: Place, { host, report }: Context): boolean {
  for (const { block } of luns) {
    const disk = block && blockByPath(host, block.path);
    if (typeof disk !== 'object' || !mountsOn(host, disk).includes('/')) continue;
    report(scsiSetRoot(at, name, disk.path, hostUses(host, disk)));
    return true;
  }
  return false;
}

/** As the XML names it. */
function nameOf({ of, reference, target }: ScsiSet): string {
  switch (reference.by) {
    case 'address':
      return scopeName({
        host: reference.host,
        target: of === 'host' ? undefined : { channel: reference.bus ?? 0, number: reference.target ?? 0 },
      });
    case 'name':
      return reference.rel === undefined ? reference.name : `the ${reference.rel} of ${reference.name}`;
    case 'port':
      return target === undefined
        ? `port ${reference.wwpn}`
        : `target ${target.channel}:${target.number} of port ${reference.wwpn}`;
    case 'wwn':
      return `LUN ${reference.wwn}`;
  }
}
