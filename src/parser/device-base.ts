import type { DeviceBase } from '../model/device';
import { parseAddress } from './address';
import type { XmlElement } from './element';

/** What every device element may hold: `<alias>`, `<boot>`, `<address>`, `<acpi>`. */
export function parseDeviceBase(element: XmlElement): DeviceBase {
  return {
    at: element.at,
    alias: element.text('alias/@name'),
    address: parseAddress(element),
    bootOrder: element.integer('boot/@order', { min: 1, max: 0xffff_ffff }),
    loadparm: element.text('boot/@loadparm'),
    acpiIndex: element.integer('acpi/@index', { max: 0xffff_ffff }),
  };
}
