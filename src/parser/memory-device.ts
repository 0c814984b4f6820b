import { elementMisplaced } from '../diagnostics/catalog';
import { MEMORY_MODELS, type MemoryDevice } from '../model/memory-device';
import { UINT } from '../model/number';
import { hexadecimal } from './address';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { numberSet } from './numa';
import { parseMemorySize } from './scaled-size';
import { parseUuid } from './uuid';
import { parseVirtioOptions } from './virtio';

/** `<devices><memory>`. */
export function parseMemoryDevice(element: XmlElement): MemoryDevice | undefined {
  // The guest's own memory, which is a number.
  if (!element.has('@model') && element.child('target') === undefined && element.content !== '') {
    element.skipAll();
    element.report(elementMisplaced(element.at, 'memory', 'devices', 'directly in <domain>'));
    return undefined;
  }
  element.required('@model', `use one of: ${MEMORY_MODELS.join(', ')}`);
  const model = element.choice('@model', MEMORY_MODELS);
  if (model === undefined) {
    element.skipAll();
    return undefined;
  }
  return {
    kind: 'memory',
    ...parseDeviceBase(element),
    model,
    access: element.choice('@access', ['shared', 'private']),
    discard: element.yes('@discard'),
    uuid: parseUuid(element, 'uuid'),
    virtio: parseVirtioOptions(element),
    source: parseSource(element),
    target: parseTarget(element),
  };
}

function parseSource(element: XmlElement): MemoryDevice['source'] {
  return {
    pageSize: parseMemorySize(element, 'source/pagesize'),
    nodes: numberSet(element, 'source/nodemask'),
    path: element.text('source/path'),
    align: parseMemorySize(element, 'source/alignsize'),
    pmem: element.has('source/pmem'),
  };
}

function parseTarget(element: XmlElement): MemoryDevice['target'] {
  element.required('target/size', 'say how much memory it is');
  // what a running guest has of it
  element.skip('target/current');
  return {
    at: element.child('target')?.at ?? element.at,
    size: parseMemorySize(element, 'target/size') ?? 0,
    node: element.integer('target/node', { max: UINT }),
    block: parseMemorySize(element, 'target/block'),
    requested: parseMemorySize(element, 'target/requested'),
    label: parseMemorySize(element, 'target/label/size'),
    readonly: element.has('target/readonly'),
    base: hexadecimal(element, 'target/address/@base'),
    dynamicMemslots: element.yes('target/@dynamicMemslots'),
  };
}
