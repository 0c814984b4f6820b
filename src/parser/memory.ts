import type { HugePage, Memory } from '../model/memory';
import type { XmlElement } from './element';
import { numberSet } from './numa';
import { parseMemorySize, parseScaledSize } from './scaled-size';

/** `<memory>`, `<currentMemory>`, `<maxMemory>`, `<memoryBacking>` and `<memtune>`. */
export function parseMemory(root: XmlElement): Memory {
  const size = parseMemorySize(root, 'memory');
  const maximum = parseMemorySize(root, 'maxMemory');
  const slots = root.integer('maxMemory/@slots') ?? 0;
  return {
    at: root.child('memory')?.at ?? root.at,
    size,
    sizeRefused: size === undefined && root.has('memory'),
    current: parseMemorySize(root, 'currentMemory'),
    max: maximum === undefined ? undefined : { size: maximum, slots },
    dumpCore: root.on('memory/@dumpCore'),
    backing: parseBacking(root.child('memoryBacking')),
    hardLimit: parseMemtune(root.child('memtune')),
    hasMinGuarantee: root.has('memtune/min_guarantee'),
  };
}

function parseBacking(backing: XmlElement | undefined): Memory['backing'] {
  if (backing === undefined) return undefined;
  return {
    at: backing.at,
    hugepages: backing.child('hugepages')?.children('page').map(parsePage),
    nosharepages: backing.has('nosharepages'),
    locked: backing.has('locked'),
    source: backing.choice('source/@type', ['file', 'anonymous', 'memfd']),
    access: backing.choice('access/@mode', ['shared', 'private']),
    allocation: backing.has('allocation')
      ? {
          mode: backing.choice('allocation/@mode', ['immediate', 'ondemand']),
          threads: backing.integer('allocation/@threads'),
        }
      : undefined,
    discard: backing.has('discard'),
  };
}

function parsePage(page: XmlElement): HugePage {
  page.required('@size');
  return { at: page.at, size: parseScaledSize(page, '@size', 1024), nodeset: numberSet(page, '@nodeset') };
}

/** libvirt's word for no limit, in KiB (VIR_DOMAIN_MEMORY_PARAM_UNLIMITED). */
const UNLIMITED = 9_007_199_254_740_991;

/** Limits are cgroup settings of the host; only the hard limit bears on locked memory. */
function parseMemtune(memtune: XmlElement | undefined): number | undefined {
  if (memtune === undefined) return undefined;
  memtune.skip('soft_limit');
  memtune.skip('swap_hard_limit');
  memtune.skip('min_guarantee');
  const kib = memtune.text('hard_limit');
  return kib !== undefined && Number(kib) >= UNLIMITED ? undefined : parseMemorySize(memtune, 'hard_limit');
}
