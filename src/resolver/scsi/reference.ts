import { scsiAmbiguous, scsiDeviceNotFound, scsiNoLun } from '../../diagnostics/catalog';
import type { Note } from '../../diagnostics/diagnostic';
import type { HostFacts, ScsiDevice } from '../../host/facts';
import { hctlText, scsiDeviceByNode, stableName } from '../../host/scsi';
import { findScsiLun, type ScsiFinding } from '../../host/scsi-finding';
import type { Place } from '../../model/place';
import type { ScsiReference } from '../../model/scsi-reference';
import type { Context } from '../context';
import { factOf, ofDevice, ofPath } from './host';
import type { ScsiSource } from './source';

/** The one LUN that a reference names; undefined: none, and that was reported. */
export function ofReference(at: Place, reference: ScsiReference, context: Context): ScsiSource | undefined {
  const name = referenceText(reference);
  const base = { at, asked: 'hostdev' as const, name };
  const found = findScsiLun(context.host, reference);
  switch (found.outcome) {
    case 'device':
      return { ...base, ...ofDevice(found.device, undefined) };
    case 'path': {
      const source = ofPath(found.path, { ...base, given: found.path }, context);
      // By its name alone, an sg node is all that libvirt's rule needs.
      return source?.named === 'generic' && source.is === 'unknown'
        ? { ...source, generic: found.path }
        : source;
    }
    case 'unknown':
      return { ...base, named: 'address', is: 'unknown' };
    default:
      context.report(problemOf(at, name, found));
      return undefined;
  }
}

function problemOf(
  at: Place,
  name: string,
  found: Exclude<ScsiFinding, { outcome: 'device' | 'path' | 'unknown' }>,
) {
  if (found.outcome === 'absent') return scsiDeviceNotFound(at, name, notesOf(found.near));
  if (found.outcome === 'ambiguous') return scsiAmbiguous(at, name, notesOf(found.among));
  return scsiNoLun(at, name, found.is);
}

/** A screen of them is more than a person compares. */
const MOST_NOTES = 8;

function notesOf(devices: readonly ScsiDevice[]): Note[] {
  const notes = devices.slice(0, MOST_NOTES).map((device) => ({ message: withName(device) }));
  const more = devices.length - notes.length;
  return more > 0 ? [...notes, { message: `and ${more} more: see 'domxml2qemu host'` }] : notes;
}

function withName(device: ScsiDevice): string {
  const node = device.block ?? device.tape ?? device.changer ?? device.sg;
  const name = device.wwid ?? (node && stableName(node));
  return name === undefined ? factOf(device) : `${factOf(device)}; ${name}`;
}

/** As the XML has it, for a person. */
function referenceText(reference: ScsiReference): string {
  switch (reference.by) {
    case 'address': {
      const { host, bus, target, lun } = reference;
      return [`scsi_host${host}`, bus ?? 0, target, lun].filter((part) => part !== undefined).join(':');
    }
    case 'name':
      return reference.rel === undefined ? reference.name : `${reference.rel} of ${reference.name}`;
    case 'wwn':
      return `WWN ${reference.wwn}`;
    case 'port':
      return `port ${reference.wwpn}`;
  }
}

/** The same for two ways to name one LUN, and for that of libvirt. */
export function referenceIdentity(facts: HostFacts, reference: ScsiReference): string {
  const found = findScsiLun(facts, reference);
  const device = found.outcome === 'path' ? scsiDeviceByNode(facts, found.path) : undefined;
  if (found.outcome === 'device') return addressText(found.device);
  if (typeof device === 'object') return addressText(device);
  return found.outcome === 'path' ? found.path : referenceText(reference);
}

function addressText({ hctl }: ScsiDevice): string {
  return `scsi_host${hctlText(hctl)}`;
}
