import { scsiSetPart } from '../diagnostics/catalog';
import type { ScsiReference } from '../model/scsi-reference';
import type { ScsiSet, VportParent } from '../model/scsi-set';
import { wwnDigits } from '../model/wwn';
import type { XmlElement } from './element';
import { parseScsiReference } from './scsi-reference';

/** `<source mode=>`: which schema the source follows. */
const MODES = ['address', 'nodedev', 'wwn'] as const;
type Mode = (typeof MODES)[number];

/** `<hostdev type='scsi_target'>` or `'scsi_host'`; undefined: it names none, and that was reported. */
export function parseHostdevSet(
  source: XmlElement,
  hostdev: XmlElement,
  of: ScsiSet['of'],
): ScsiSet | undefined {
  const set = parseScsiSet(source, of);
  reportParts(hostdev, of === 'target' ? ['unit', 'lun'] : ['bus', 'target', 'unit', 'lun'], of);
  const placed = of === 'target' && hostdev.has('address/@target');
  if (!placed) return set;
  const place = {
    bus: hostdev.integer('address/@bus') ?? 0,
    target: hostdev.integer('address/@target') ?? 0,
  };
  return set && { ...set, place };
}

/** A number that only a part of the set could have; 0 is what tools write for nothing. */
function reportParts(element: XmlElement, attributes: readonly string[], of: ScsiSet['of']): void {
  for (const attribute of attributes) {
    const path = `address/@${attribute}`;
    if ((element.text(path) ?? '0') !== '0') element.report(scsiSetPart(element.at.of(path), attribute, of));
  }
}

/** `<controller type='scsi'><source mode=>`: the adapter of the host that the controller stands for. */
export function parseControllerSet(controller: XmlElement): ScsiSet | undefined {
  const source = controller.child('source');
  if (source === undefined) return undefined;
  if (source.required('@mode', `say which schema the source follows: ${MODES.join(', ')}`) === '') {
    source.skipAll();
    return undefined;
  }
  return parseScsiSet(source, 'host');
}

function parseScsiSet(source: XmlElement, of: ScsiSet['of']): ScsiSet | undefined {
  const mode = source.choice('@mode', MODES);
  const reference = parseScsiReference(source);
  if (reference === undefined || !isWhole(reference, source, of)) return undefined;
  reportParts(source, of === 'target' ? ['lun'] : ['bus', 'target', 'lun'], of);
  const given = modeOf(reference);
  if (mode !== undefined && mode !== given)
    source.invalid('@mode', mode, `'${given}', which the source follows`);
  return {
    type: 'scsi-set',
    of,
    reference,
    target: targetOf(source, of, reference),
    parent: parseParent(source),
  };
}

/** An adapter by its port has targets by number. */
function targetOf(source: XmlElement, of: ScsiSet['of'], { by }: ScsiReference): ScsiSet['target'] {
  if (of === 'host' || by !== 'port') return undefined;
  return { channel: source.integer('address/@bus') ?? 0, number: source.integer('address/@target') ?? 0 };
}

function modeOf({ by }: ScsiReference): Mode {
  if (by === 'name') return 'nodedev';
  return by === 'address' ? 'address' : 'wwn';
}

/** What names one LUN names no set of them, and a target wants to be named whole. */
function isWhole(reference: ScsiReference, source: XmlElement, of: ScsiSet['of']): boolean {
  const before = source.child('address');
  switch (reference.by) {
    case 'name':
      return true;
    case 'wwn':
      before?.required(
        '@wwpn',
        "wwn= names one LUN, which is <hostdev type='scsi'>; a port has wwpn and wwnn",
      );
      return false;
    case 'port':
      return of === 'host' || hasTarget(source);
    case 'address':
      return of === 'host' || hasTarget(source);
  }
}

function hasTarget(source: XmlElement): boolean {
  return source.required('address/@target', 'say which target of the adapter it is') !== '';
}

/** As libvirt's pools of type scsi spell them; `fabric_wwn` is the word of its node devices. */
function parseParent(source: XmlElement): VportParent | undefined {
  const name = source.text('address/@parent');
  const wwpn = wwnOf(source, 'address/@parent_wwpn');
  const wwnn = wwnOf(source, 'address/@parent_wwnn');
  const fabric = wwnOf(source, 'address/@parent_fabric_wwn') ?? wwnOf(source, 'address/@fabric_wwn');
  if (name !== undefined) return { by: 'name', name };
  if (wwpn !== undefined || wwnn !== undefined) return { by: 'port', wwpn, wwnn };
  return fabric === undefined ? undefined : { by: 'fabric', fabric };
}

function wwnOf(source: XmlElement, path: string): string | undefined {
  const text = source.text(path);
  const digits = text === undefined ? undefined : wwnDigits(text);
  if (digits?.length === 16) return digits;
  if (text !== undefined) source.invalid(path, text, '16 hexadecimal digits');
  return undefined;
}
