import { SERIAL_MODELS, SERIAL_TARGETS, type Parallel, type Serial } from '../model/chardev';
import { UINT } from '../model/number';
import { parseChardevSource } from './chardev';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';

export function parseSerial(element: XmlElement): Serial {
  return {
    kind: 'serial',
    ...parseDeviceBase(element),
    source: parseChardevSource(element),
    port: element.integer('target/@port', { max: UINT }),
    targetType: element.choice('target/@type', SERIAL_TARGETS),
    targetModel: element.choice('target/model/@name', SERIAL_MODELS),
  };
}

export function parseParallel(element: XmlElement): Parallel {
  return {
    kind: 'parallel',
    ...parseDeviceBase(element),
    source: parseChardevSource(element),
    port: element.integer('target/@port', { max: UINT }),
  };
}
