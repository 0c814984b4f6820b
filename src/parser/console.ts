import { CONSOLE_TARGETS, type Console } from '../model/chardev';
import { parseChardevSource } from './chardev';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';

export function parseConsole(element: XmlElement): Console {
  return {
    kind: 'console',
    ...parseDeviceBase(element),
    source: parseChardevSource(element),
    port: element.integer('target/@port', { max: 0xffff_ffff }),
    targetType: element.choice('target/@type', CONSOLE_TARGETS),
  };
}
