import type { Nvram } from '../model/nvram';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';

/** `<devices><nvram>`. */
export function parseNvram(element: XmlElement): Nvram {
  return { kind: 'nvram', ...parseDeviceBase(element) };
}
