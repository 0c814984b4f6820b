import { WATCHDOG_ACTIONS, WATCHDOG_MODELS, type Watchdog } from '../model/watchdog';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';

export function parseWatchdog(element: XmlElement): Watchdog {
  element.required('@model', "add model='i6300esb', or on s390x model='diag288'");
  return {
    kind: 'watchdog',
    ...parseDeviceBase(element),
    model: element.choice('@model', WATCHDOG_MODELS),
    action: element.choice('@action', WATCHDOG_ACTIONS),
  };
}
