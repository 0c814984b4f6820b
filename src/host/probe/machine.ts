import type { HostFacts, HugePages, NumaFacts } from '../facts';
import type { Files } from './files';
import { kib } from './meminfo';
import { mountLines } from './usage';

/** What memory and acceleration this host has to offer. */
export const readMachine = (files: Files): Pick<HostFacts, 'kvm' | 'numa' | 'hugepages'> => ({
  ...readAcceleration(files),
  numa: readNuma(files),
  hugepages: readHugePages(files),
});

export const readAcceleration = (files: Files): Pick<HostFacts, 'kvm'> => ({
  kvm: files.access('/dev/kvm') === 'read-write',
});

/** Absent where the kernel was built without NUMA, which says nothing of the machine. */
function readNuma(files: Files): NumaFacts | undefined {
  const folder = '/sys/devices/system/node';
  const ids = files
    .names(folder)
    .map((name) => /^node(\d+)$/.exec(name)?.[1])
    .filter((id) => id !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
  if (ids.length === 0) return undefined;
  const cells = ids.map((id) => ({
    id,
    memory: kib(files.text(`${folder}/node${id}/meminfo`), 'MemTotal'),
    cpus: files.text(`${folder}/node${id}/cpulist`),
  }));
  return { cells };
}

/** Where hugetlbfs is mounted; a mount without `pagesize=` has the default size. */
function readHugePages(files: Files): readonly HugePages[] {
  const standard = kib(files.text('/proc/meminfo'), 'Hugepagesize');
  return mountLines(files)
    .filter(({ type }) => type === 'hugetlbfs')
    .flatMap(({ mount, options }) => {
      const size = sizeOf(options) ?? standard;
      return size === undefined ? [] : [{ size, mount, default: size === standard ? true : undefined }];
    });
}

const UNITS: Readonly<Record<string, number>> = { K: 1, M: 1024, G: 1024 * 1024 };

/** `rw,pagesize=2M` in KiB. */
function sizeOf(options: string): number | undefined {
  const [, number, unit = ''] = /\bpagesize=(\d+)([KMG])/.exec(options) ?? [];
  const factor = UNITS[unit];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
