import { fact, type PropertyTable } from './facts';

/** Memory of the host behind memory of the guest (QEMU qapi/qom.json, MemoryBackendProperties). */
const BACKEND: PropertyTable = {
  'mem-path': fact('the file, or the folder in which QEMU makes one'),
  share: fact('other processes see what the guest writes'),
  policy: fact('how strictly the NUMA nodes of the host hold'),
  'host-nodes': fact('a NUMA node of the host that gives the memory'),
  prealloc: fact('all of it is taken at the start'),
  'prealloc-threads': fact('threads that take it'),
  'prealloc-context': fact('whose threads take it'),
  'node-affinity': fact('a NUMA node of the host on which the threads run'),
  reserve: fact('the host sets swap aside for it'),
  'discard-data': fact('the file is emptied when the guest ends'),
  hugetlb: fact('huge pages of the host'),
  hugetlbsize: fact('bytes of such a page'),
  'x-use-canonical-path-for-ramblock-id': fact(
    'named in a migration as older machine types named it',
    undefined,
    'so that a guest can migrate from them',
  ),
};

/** What the guest has as a module (QEMU qapi/machine.json). */
export const MODULE_PROPERTIES: PropertyTable = {
  ...BACKEND,
  'mem-path': fact('the file of the host', ['source/path', 'source/pagesize']),
  share: fact('other processes see what the guest writes', '@access'),
  'host-nodes': fact('a NUMA node of the host that gives the memory', 'source/nodemask'),
  'discard-data': fact('the file is emptied when the guest ends', '@discard'),
  align: fact('bytes at which the memory may start', 'source/alignsize'),
  pmem: fact('the file is persistent memory', 'source/pmem'),
  unarmed: fact('the guest cannot write to it', 'target/readonly'),
  'label-size': fact('bytes of its label', 'target/label/size'),
  uuid: fact('the UUID that the guest reads', 'uuid'),
  'block-size': fact('bytes of the smallest piece that comes or goes', 'target/block'),
  'requested-size': fact('bytes that the guest is asked to take', 'target/requested'),
  size: fact('bytes', ['target/size']),
  slot: fact('the memory slot', 'address/@slot', 'the next free one'),
  node: fact('the NUMA cell', 'target/node'),
  memaddr: fact('where it starts in guest memory', ['target/address/@base', 'address/@base']),
  'dynamic-memslots': fact('memory is mapped as the guest takes it', 'target/@dynamicMemslots'),
};

/** The memory that the guest starts with. */
export const MEMORY_PROPERTIES: PropertyTable = {
  ...BACKEND,
  'mem-path': fact('the file, or the folder in which QEMU makes one', [
    'memoryBacking/hugepages',
    'memoryBacking/source/@type',
  ]),
  share: fact('other processes see what the guest writes', 'memoryBacking/access/@mode'),
  prealloc: fact('all of it is taken at the start', 'memoryBacking/allocation/@mode'),
  'prealloc-threads': fact('threads that take it', 'memoryBacking/allocation/@threads'),
  'discard-data': fact('the file is emptied when the guest ends', 'memoryBacking/discard'),
  size: fact('bytes'),
};

/** NUMA cells: -numa has one cell, distance, latency or cache each (QEMU qapi/machine.json, NumaOptions). */
export const NUMA_PROPERTIES: PropertyTable = {
  ...MEMORY_PROPERTIES,
  '-numa ': fact('what is said of a cell', 'cpu/numa'),
  '-mem-path ': fact('the folder in which QEMU makes files of huge pages', 'memoryBacking/hugepages'),
  src: fact('the cell from which the way is measured'),
  dst: fact('the cell to which it leads'),
  val: fact('how far it is: 10 is the cell itself', 'cpu/numa/cell/distances'),
  initiator: fact('the cell whose processors read and write', 'cpu/numa/interconnects'),
  target: fact('the cell whose memory is read and written', 'cpu/numa/interconnects'),
  hierarchy: fact('the memory itself, or a cache before it', 'cpu/numa/interconnects'),
  'data-type': fact('what was measured: a latency or a bandwidth', 'cpu/numa/interconnects'),
  latency: fact('nanoseconds', 'cpu/numa/interconnects'),
  bandwidth: fact('bytes a second', 'cpu/numa/interconnects'),
  'node-id': fact('the cell that has the cache', 'cpu/numa/cell/cache'),
  '-numa size': fact('bytes of the cache', 'cpu/numa/cell/cache/size'),
  level: fact('which cache: 1 is the one next to the memory', 'cpu/numa/cell/cache/@level'),
  associativity: fact('where a line may be kept', 'cpu/numa/cell/cache/@associativity'),
  '-numa policy': fact('when writes reach the memory', 'cpu/numa/cell/cache/@policy'),
  line: fact('bytes of a line of the cache', 'cpu/numa/cell/cache/line'),
};
