import type { Domain } from '../model/domain';
import type { Place } from '../model/place';
import type { LaunchPlan } from '../model/plan';
import { addedDevices, devicesOfFile, placeAmong, setParts } from './devices';
import { domainParts } from './domain';
import { Edits } from './markup/edits';
import { layoutOf } from './markup/layout';
import { Lines } from './markup/lines';
import { childOf, everyElement, scan } from './markup/scan';
import { devicePart } from './kinds';
import { insertAfter, merge } from './merge';

/** What the text said, and what was decided on it. */
export interface Decided {
  readonly domain: Domain;
  /** The domain after all passes. */
  readonly guest: Domain;
  readonly plan: LaunchPlan;
  /** libvirt's name of the architecture. */
  readonly arch: string;
}

/**
 * The text with all that was decided written into it. What was written stays byte for byte, but for values that were
 * decided otherwise, such as a machine's alias.
 */
export function fillIn(text: string, { domain, guest, plan, arch }: Decided): string {
  const roots = scan(text);
  const lines = new Lines(text);
  const byOffset = new Map(everyElement(roots).map((element) => [element.start, element]));
  const elementAt = (place: Place) => byOffset.get(lines.offsetOf(place));
  const root = elementAt(domain.at);
  if (root === undefined) return text;
  const layout = layoutOf(text, root);
  const edits = new Edits(text);
  const { devices, known } = devicesOfFile(domain, guest, elementAt);
  for (const [part, element] of setParts(domain, guest, elementAt)) merge(part, element, edits, layout);
  const given = new Map(domain.devices.map((device) => [elementAt(device.at), device]));
  for (const [device, element] of known)
    merge(devicePart(device, given.get(element)), element, edits, layout);
  const added = addedDevices(devices);
  const parent = childOf(root, 'devices');
  const isEmpty = parent === undefined || parent.children.length === 0;
  merge(
    domainParts(guest, plan, arch, isEmpty ? added.map((device) => devicePart(device)) : []),
    root,
    edits,
    layout,
  );
  if (!isEmpty)
    for (const device of added)
      insertAfter(placeAmong(device, devices, known, parent), devicePart(device), parent, edits, layout);
  return edits.apply();
}
