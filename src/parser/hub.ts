import type { Hub } from '../model/hub';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';

export function parseHub(element: XmlElement): Hub {
  element.required('@type', "write type='usb'");
  return { kind: 'hub', ...parseDeviceBase(element), type: element.choice('@type', ['usb']) ?? 'usb' };
}
