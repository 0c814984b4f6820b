import { WATCHDOG_ACTIONS, WATCHDOG_MODELS, type Watchdog } from '../model/watchdog';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';

export function parseWatchdog(element: XmlElement): Watchdog {
  return {
    kind: 'watchdog',
    ...parseDeviceBase(element),
    model: element.choice('@model', WATCHDOG_MODELS),
    action: element.choice('@action', WATCHDOG_ACTIONS),
  };
}
