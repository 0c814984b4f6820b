import type { BoardPeriod, PlainMachine, Release } from '../family';
import { AARCH64, ARM } from './arm';
import { MIPS, MIPS64, MIPS64EL } from './mips';
import { POWER, PPC, PPC64 } from './ppc';
import { RISCV, RISCV32, RISCV64 } from './riscv';
import {
  ALPHA,
  AVR,
  CRIS,
  HEXAGON,
  HPPA,
  LM32,
  LOONGARCH64,
  M68K,
  MICROBLAZE,
  MICROBLAZEEL,
  MOXIE,
  NIOS2,
  OR1K,
  RX,
  S390X,
  SH4,
  TRICORE,
  UNICORE32,
} from './small';
import { SPARC, SPARC64 } from './sparc';
import { XTENSA, XTENSAEB } from './xtensa';

/**
 * Boards without versions, of all architectures but x86: what query-machines says in QEMU 2.5, 2.11, 4.2, 5.2, 6.2, 7.2,
 * 8.2, 9.2, 10.0 to 10.2 and 11.1. Between two of those a removal is of docs/about/removed-features.rst and an addition of
 * QEMU's history, or of the earliest release that may have had it.
 *
 * A row is a board in a period of releases: its name, most CPUs, default CPU (`cortex-a7@10.0`: query-machines tells it
 * from 10.0 on) and the id of its RAM, `-` being none. What follows may be left out:
 *
 * - `2.6..9.2`: since 2.6, until 9.2 had it no more; without, all releases
 * - `old=9.0`: deprecated since 9.0
 * - `use=virt`: what QEMU's documentation names in its place; `now=raspi2b`: what the same board is called since
 * - `least=4`: the fewest CPUs, of a chip that always has all of them (MachineClass min_cpus; 4.2 to 11.1)
 * - `alias=raspi2`, `default`, `hot` (CPUs can be added to a running guest), `numa` (`-numa node,mem=` is taken)
 */
const TABLES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    aarch64: [ARM, AARCH64],
    alpha: [ALPHA],
    arm: [ARM],
    avr: [AVR],
    cris: [CRIS],
    hexagon: [HEXAGON],
    hppa: [HPPA],
    lm32: [LM32],
    loongarch64: [LOONGARCH64],
    m68k: [M68K],
    microblaze: [MICROBLAZE],
    microblazeel: [MICROBLAZEEL],
    mips: [MIPS],
    mips64: [MIPS64],
    mips64el: [MIPS64, MIPS64EL],
    mipsel: [MIPS],
    moxie: [MOXIE],
    nios2: [NIOS2],
    or1k: [OR1K],
    ppc: [POWER, PPC],
    ppc64: [POWER, PPC64],
    riscv32: [RISCV, RISCV32],
    riscv64: [RISCV, RISCV64],
    rx: [RX],
    s390x: [S390X],
    sh4: [SH4],
    sh4eb: [SH4],
    sparc: [SPARC],
    sparc64: [SPARC64],
    tricore: [TRICORE],
    unicore32: [UNICORE32],
    xtensa: [XTENSA],
    xtensaeb: [XTENSAEB],
  }),
);

/** The oldest QEMU whose boards were asked for: of older ones nobody knows what else they had. */
export const OLDEST_ASKED: Release = '2.5';

/** QEMU hw/core/null-machine.c. */
const NONE = 'none 1 - ram 1.2..';

const parsed = new Map<string, readonly PlainMachine[]>();

/** The boards of an architecture that have no versions, each period of each; none of x86. */
export function boardsOf(arch: string): readonly PlainMachine[] {
  let boards = parsed.get(arch);
  if (boards === undefined) {
    const tables = TABLES.get(arch);
    boards = tables === undefined ? [] : [NONE, ...tables].flatMap(rowsOf).map(boardOf);
    parsed.set(arch, boards);
  }
  return boards;
}

/** The fewest vCPUs that a board starts with. */
export const leastCpusOf = (arch: string, board: string): number =>
  boardsOf(arch).find(({ name }) => name === board)?.leastCpus ?? 1;

const rowsOf = (table: string) => table.split('\n').filter((row) => row !== '');

function boardOf(row: string): PlainMachine {
  const [name = '', maxCpus, cpu = '', ram, ...more] = row.split(' ');
  const [model, told] = cpu.split('@');
  return {
    name,
    maxCpus: Number(maxCpus),
    leastCpus: countOf(after('least=', more)),
    defaultCpu: valueOf(model),
    cpuTold: releaseIn(told),
    defaultRamId: valueOf(ram),
    ...periodIn(more),
    isDefault: more.includes('default'),
    hotplugCpus: more.includes('hot'),
    numaMem: more.includes('numa'),
    alias: after('alias=', more),
    source: 'query-machines',
  };
}

function periodIn(words: readonly string[]): BoardPeriod {
  const [since, until] = words.find((word) => word.includes('..'))?.split('..') ?? [];
  return {
    since: releaseIn(since) ?? '0.10',
    until: releaseIn(until),
    deprecated: releaseIn(after('old=', words)),
    successor: after('use=', words),
    renamed: after('now=', words),
  };
}

const countOf = (word: string | undefined) => (word === undefined ? undefined : Number(word));

const valueOf = (word: string | undefined) => (word === '-' ? undefined : word);

const after = (start: string, words: readonly string[]) =>
  words.find((word) => word.startsWith(start))?.slice(start.length);

function releaseIn(word: string | undefined): Release | undefined {
  const numbers = /^(\d+)\.(\d+)$/.exec(word ?? '');
  return numbers === null ? undefined : `${Number(numbers[1])}.${Number(numbers[2])}`;
}
