import type { Pstore } from '../model/pstore';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseScaledSize } from './scaled-size';

/** `<pstore>`. */
export function parsePstore(element: XmlElement): Pstore {
  element.required('@backend', "use backend='acpi-erst'");
  element.choice('@backend', ['acpi-erst']);
  element.required('size', 'say how much the store holds');
  return {
    kind: 'pstore',
    ...parseDeviceBase(element),
    path: element.text('path'),
    size: parseScaledSize(element, 'size', 1024) ?? 0,
  };
}
