import type { DeviceBase } from '../model/device-base';
import { UINT } from '../model/number';
import { parseAddress } from './address';
import type { XmlElement } from './element';

/** What a device that a guest can boot from has besides: `<boot order=>`. */
export function parseBootable(element: XmlElement): DeviceBase {
  return {
    bootOrder: parseBootOrder(element),
    ...parseDeviceBase(element),
  };
}

export function parseBootOrder(element: XmlElement): number | undefined {
  if (!element.has('boot')) return undefined;
  element.required('boot/@order', "say when it is tried, as in <boot order='1'/>");
  return element.integer('boot/@order', { min: 1, max: UINT });
}

/** What every device on a bus may hold: `<alias>`, `<address>`, `<acpi>`. */
export function parseDeviceBase(element: XmlElement): DeviceBase {
  return {
    at: element.at,
    alias: element.text('alias/@name'),
    address: parseAddress(element),
    acpiIndex: element.integer('acpi/@index', { min: 1, max: UINT }),
  };
}

/** A screen or an audio back end is on no bus: it has a name at most. */
export function parseOffBus(element: XmlElement): Pick<DeviceBase, 'at' | 'alias'> {
  return { at: element.at, alias: element.text('alias/@name') };
}
