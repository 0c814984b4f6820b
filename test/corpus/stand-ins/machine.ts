/** Memory and processor as this machine can have them: no huge pages, no NUMA nodes, little RAM, no KVM. */
import { truncateSync, writeFileSync } from 'node:fs';
import { fresh, secret, type Room } from './room';
import { folderOfKeys } from './keys';

/** More than this is only reserved, or not asked for at all. */
const GIB = 1 << 30;

/** Whole options that need nodes of the host or locked memory. */
export function needsHost(option: string, word: string): boolean {
  return (
    (option === '-object' && /^thread-context,/.test(word)) ||
    (option === '-overcommit' && /mem-lock=on/.test(word))
  );
}

/** The processor that the host would have: TCG's own have 40 bits of address, too few for memory that can grow far. */
export function isPc(argv: readonly string[]): boolean {
  return /^(pc|q35|isapc|microvm)\b/.test(argv[argv.indexOf('-machine') + 1] ?? '');
}

export function processor(argv: readonly string[]): (word: string) => string {
  const grows = isPc(argv) && argv.some((word) => /,maxmem=/.test(word));
  return (word) => {
    const model = word.replace(/^host\b/, 'max');
    return !grows || /phys-bits/.test(model) ? model : `${model},phys-bits=52`;
  };
}

/** `-m` without objects that hold the memory is allocated at once. */
export function memorySize(argv: readonly string[]): (word: string) => string {
  const objects = argv.some((word) => /^memory-backend/.test(word));
  return (word) =>
    objects
      ? word
      : word.replace(/size=(\d+)k/, (_, size: string) => `size=${Math.min(Number(size), GIB / 1024)}k`);
}

export function object(word: string, room: Room, paths: (word: string) => string): string {
  if (word.startsWith('secret')) return word.replace(/file=(?:[^,]|,,)+/, `file=${secret(room)}`);
  if (word.startsWith('tls-creds-x509')) return word.replace(/dir=(?:[^,]|,,)+/, `dir=${folderOfKeys(room)}`);
  if (!/^memory-backend|^{"qom-type":"memory-backend/.test(word)) return paths(word);
  const mine = paths(word)
    .replace(/,host-nodes(?:\.\d+)?=[^,]*/g, '')
    .replace(/,policy=[^,]*/g, '')
    .replace(/,prealloc=(?:on|yes)|,prealloc-(?:context|threads)=[^,]*/g, '')
    .replace(/,hugetlb=on,hugetlbsize=\d+|,hugetlbsize=\d+|,hugetlb=on/g, '');
  return /reserve=/.test(mine) || !word.startsWith('memory-backend') ? mine : `${mine},reserve=off`;
}

/** The header of a Linux kernel for x86 of protocol 2.12 (Documentation/arch/x86/boot.rst), and nothing else. */
export function kernel(room: Room): string {
  const header = Buffer.alloc(1024);
  header[0x1f1] = 1; // sectors of set-up
  header.writeUInt16LE(0xaa55, 0x1fe);
  header.write('HdrS', 0x202, 'latin1');
  header.writeUInt16LE(0x020c, 0x206);
  header[0x211] = 1; // loaded high
  header.writeUInt32LE(0x7fff_ffff, 0x22c); // an initrd may lie below this
  const path = fresh('kernel', room);
  writeFileSync(path, header);
  truncateSync(path, 65_536);
  return path;
}
