import { PANIC_MODELS, type Panic } from '../model/panic';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';

export function parsePanic(element: XmlElement): Panic {
  return {
    kind: 'panic',
    ...parseDeviceBase(element),
    model: element.choice('@model', PANIC_MODELS),
  };
}
