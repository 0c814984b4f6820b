import type { Nvram } from '../model/nvram';
import { parseAddress } from './address';
import type { XmlElement } from './element';

/** `<devices><nvram>`. */
export function parseNvram(element: XmlElement): Nvram {
  return { kind: 'nvram', at: element.at, address: parseAddress(element) };
}
