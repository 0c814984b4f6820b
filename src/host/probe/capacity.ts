import type { HostFacts, HugePagePool, KvmFacts } from '../facts';
import type { Files } from './files';
import { kib } from './meminfo';
import { readMemoryLock } from './privilege';

/** How much of memory and processors there is, and what stands in KVM's way. */
export function readCapacity(
  files: Files,
): Pick<HostFacts, 'memory' | 'memoryLock' | 'onlineCpus' | 'hugepagePools' | 'kvmState'> {
  return {
    memory: readMemory(files),
    memoryLock: readMemoryLock(files),
    onlineCpus: cpusOf(files),
    hugepagePools: readPools(files),
    kvmState: readKvm(files),
  };
}

function readMemory(files: Files): HostFacts['memory'] {
  const meminfo = files.text('/proc/meminfo');
  const total = kib(meminfo, 'MemTotal');
  return total === undefined ? undefined : { total, available: kib(meminfo, 'MemAvailable') };
}

/** Those that this process may run on, as `taskset` or a container leaves them; else all that are on. */
function cpusOf(files: Files): number | undefined {
  const allowed = /^Cpus_allowed_list:\s+(\S+)/m.exec(files.text('/proc/self/status') ?? '')?.[1];
  const list = allowed ?? files.text('/sys/devices/system/cpu/online');
  return list === undefined ? undefined : countOf(list);
}

/** `0-3,8` are five. */
function countOf(list: string): number | undefined {
  let count = 0;
  for (const range of list.split(',')) {
    const [, first, last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(range) ?? [];
    if (first === undefined) return undefined;
    count += Number(last) - Number(first) + 1;
  }
  return count;
}

const POOLS = '/sys/kernel/mm/hugepages';

/** Undefined: the kernel has none, or hides them from this container. */
function readPools(files: Files): readonly HugePagePool[] | undefined {
  if (!files.exists(POOLS)) return undefined;
  return files.names(POOLS).flatMap((name) => {
    const size = /^hugepages-(\d+)kB$/.exec(name)?.[1];
    if (size === undefined) return [];
    return [{ size: Number(size), ...pagesIn(files, `${POOLS}/${name}`), nodes: nodesOf(files, name) }];
  });
}

function nodesOf(files: Files, pool: string): HugePagePool['nodes'] {
  const folder = '/sys/devices/system/node';
  const nodes = files.names(folder).flatMap((name) => {
    const node = /^node(\d+)$/.exec(name)?.[1];
    const at = `${folder}/${name}/hugepages/${pool}`;
    return node === undefined || !files.exists(at) ? [] : [{ node: Number(node), ...pagesIn(files, at) }];
  });
  return nodes.length === 0 ? undefined : nodes.sort((a, b) => a.node - b.node);
}

function pagesIn(files: Files, folder: string) {
  return {
    total: files.number(`${folder}/nr_hugepages`) ?? 0,
    free: files.number(`${folder}/free_hugepages`) ?? 0,
  };
}

/** Modules that switch the processor's virtualization on for themselves, so that KVM gets EBUSY while they do. */
const RIVALS = ['vboxdrv', 'vmmon'];

/**
 * A node without a device behind it is left by udev's static nodes; sysfs has the device. Where sysfs has no devices of
 * the kind at all, the node is taken at its word.
 */
function readKvm(files: Files): KvmFacts {
  const flags = new Set(
    /^flags\s*:(.*)$/m
      .exec(files.text('/proc/cpuinfo') ?? '')?.[1]
      ?.trim()
      .split(' '),
  );
  const misc = files.names('/sys/class/misc');
  const present = files.exists('/dev/kvm') && (misc.length === 0 || misc.includes('kvm'));
  const nested = ['kvm_intel', 'kvm_amd']
    .map((module) => files.text(`/sys/module/${module}/parameters/nested`))
    .find((text) => text !== undefined);
  const rivals = RIVALS.filter((module) => files.exists(`/sys/module/${module}`));
  return {
    access: !present ? 'absent' : files.access('/dev/kvm') === 'read-write' ? 'usable' : 'denied',
    extension: (['vmx', 'svm'] as const).find((flag) => flags.has(flag)),
    inGuest: flags.has('hypervisor') ? true : undefined,
    nested: nested === undefined ? undefined : nested === 'Y' || nested === '1',
    rivals: rivals.length === 0 ? undefined : rivals,
  };
}
