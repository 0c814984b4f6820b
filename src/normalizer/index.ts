import type { Device } from '../model/device';
import type { Place } from '../model/place';
import { addedDevices, devicesOfFile, placeAmong, setParts } from './devices';
import { domainPart, type Decided } from './domain';
import { Edits } from './markup/edits';
import { layoutOf } from './markup/layout';
import { Lines } from './markup/lines';
import { childOf, everyElement, scan } from './markup/scan';
import { devicePart } from './kinds';
import { insertAfter, merge } from './merge';

/**
 * The text with all that was decided written into it. What was written stays byte for byte, but for values that were
 * decided otherwise, such as a machine's alias.
 */
export function fillIn(text: string, decided: Decided): string {
  const { domain, guest, plan } = decided;
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
  const planned = new Map(plan.devices.map((each) => [each.device.alias, each]));
  const partOf = (device: Device) =>
    devicePart(device, { given: given.get(known.get(device)), planned: planned.get(device.alias) });
  for (const [device, element] of known) merge(partOf(device), element, edits, layout);
  const added = addedDevices(devices);
  const parent = childOf(root, 'devices');
  const isEmpty = parent === undefined || parent.children.length === 0;
  merge(domainPart(decided, isEmpty ? added.map(partOf) : []), root, edits, layout);
  if (!isEmpty)
    for (const device of added)
      insertAfter(placeAmong(device, devices, known, parent), partOf(device), parent, edits, layout);
  return edits.apply();
}
