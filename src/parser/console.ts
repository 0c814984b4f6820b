import { CONSOLE_TARGETS, type Console } from '../model/chardev';
import { UINT } from '../model/number';
import { parseChardevSource } from './chardev';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';

export function parseConsole(element: XmlElement): Console {
  return {
    kind: 'console',
    ...parseDeviceBase(element),
    source: parseChardevSource(element),
    port: element.integer('target/@port', { max: UINT }),
    targetType: element.choice('target/@type', CONSOLE_TARGETS),
  };
}
