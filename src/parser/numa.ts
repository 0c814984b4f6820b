import { numaCellInvalid, unreadElement } from '../diagnostics/catalog';
import type { Numa, NumaCache, NumaCell, NumaInterconnect } from '../model/numa';
import type { XmlElement } from './element';
import { parseNumberSet } from '../model/number-set';
import { parseMemorySize, parseScaledSize } from './scaled-size';

/** `<cpu><numa>`. */
export function parseNuma(root: XmlElement): Numa {
  const numa = root.child('cpu/numa');
  numa?.required('cell/@memory', 'describe a <cell>, or remove <numa>');
  return {
    cells: numa?.children('cell').map(parseCell) ?? [],
    interconnects: numa?.child('interconnects')?.children('*').flatMap(parseLink) ?? [],
  };
}

function parseCell(cell: XmlElement, index: number): NumaCell {
  cell.required('@memory');
  const distances = cell.child('distances');
  if (distances?.has('sibling') === false)
    cell.report(
      numaCellInvalid(distances.at, 'no distance is given', 'add a <sibling>, or remove <distances>'),
    );
  return {
    at: cell.at,
    id: cell.integer('@id') ?? index,
    // a cell may have none (libvirt src/conf/numa_conf.c)
    cpus: numberSet(cell, '@cpus', 0) ?? [],
    memory: parseMemorySize(cell, '@memory') ?? 0,
    memAccess: cell.choice('@memAccess', ['shared', 'private']),
    discard: cell.yes('@discard'),
    distances: distances?.children('sibling').map(parseSibling) ?? [],
    caches: cell.children('cache').map(parseCache),
  };
}

function parseSibling(sibling: XmlElement): NumaCell['distances'][number] {
  sibling.required('@id');
  sibling.required('@value');
  return {
    at: sibling.at,
    id: sibling.integer('@id') ?? 0,
    value: sibling.integer('@value', { min: 10, max: 255 }) ?? 10,
  };
}

/** As ACPI's table has them (QEMU include/hw/acpi/hmat.h HMAT_LB_LEVELS). */
const MOST_LEVELS = 3;

function parseCache(cache: XmlElement): NumaCache {
  for (const path of ['@level', '@associativity', '@policy', 'size/@value', 'line/@value'])
    cache.required(path);
  return {
    at: cache.at,
    level: cache.integer('@level', { min: 1, max: MOST_LEVELS }) ?? 1,
    associativity: cache.choice('@associativity', ['none', 'direct', 'full']) ?? 'none',
    policy: cache.choice('@policy', ['none', 'writeback', 'writethrough']) ?? 'none',
    size: parseScaledSize(cache, 'size/@value', 1024) ?? 0,
    line: parseScaledSize(cache, 'line/@value', 1) ?? 0,
  };
}

/** Latencies and bandwidths in the order of the file. */
function parseLink(link: XmlElement): NumaInterconnect[] {
  const kind = link.name;
  if (kind !== 'latency' && kind !== 'bandwidth') {
    link.skipAll();
    link.report(unreadElement(link.at, kind));
    return [];
  }
  for (const name of ['@initiator', '@target', '@type', '@value']) link.required(name);
  return [{ ...linkOf(link, kind), at: link.at, kind }];
}

function linkOf(link: XmlElement, kind: NumaInterconnect['kind']): Omit<NumaInterconnect, 'at' | 'kind'> {
  return {
    initiator: link.integer('@initiator') ?? 0,
    target: link.integer('@target') ?? 0,
    cache: link.integer('@cache') ?? 0,
    access: link.choice('@type', ['access', 'read', 'write']) ?? 'access',
    value: (kind === 'bandwidth' ? parseScaledSize(link, '@value', 1024) : link.integer('@value')) ?? 0,
  };
}

/** A list such as `0-3,^2`; reported where it is none, or names fewer. */
export function numberSet(element: XmlElement, path: string, fewest = 1): number[] | undefined {
  const text = element.text(path);
  if (text === undefined) return undefined;
  const many = 'fewer numbers: the lists of this guest have too many';
  if (!element.takesNumbers(0)) {
    element.invalid(path, text, many);
    return undefined;
  }
  const numbers = parseNumberSet(text);
  if (numbers === undefined || numbers.length < fewest) {
    element.invalid(path, text, 'numbers and ranges such as 0-3,^2,7');
    return undefined;
  }
  if (!element.takesNumbers(numbers.length)) element.invalid(path, text, many);
  return numbers;
}
