import { atLeast, type BinaryVersion } from '../version';

/** How much RAM a board takes, in MiB. */
export interface MemoryLimit {
  readonly least?: number;
  readonly most?: number;
  /** A whole number of these. */
  readonly step?: number;
  /** These alone, from less to more. */
  readonly only?: readonly number[];
  /** From the release on that takes any amount. */
  readonly until?: string;
}

type Row = readonly [boards: string, limit: MemoryLimit];

const GIB = 1024;

/** Powers of two. */
const doubled = (from: number, to: number): number[] => (from > to ? [] : [from, ...doubled(from * 2, to)]);

/** What so many banks hold together, each with a chip of one of these sizes (QEMU hw/ppc/ppc4xx_sdram.c). */
function banked(banks: number, sizes: readonly number[]): number[] {
  let sums = [0];
  for (let bank = 0; bank < banks; bank++)
    sums = [...new Set(sums.flatMap((sum) => [0, ...sizes].map((size) => sum + size)))];
  return sums.filter((sum) => sum > 0).sort((a, b) => a - b);
}

/** Boards by what QEMU hw/arm says of them; tried with QEMU 7.2 and 10.0. */
const ofArm = (): readonly Row[] => [
  ['versatileab versatilepb', { most: 256 }],
  ['vexpress-a9', { most: GIB }],
  ['vexpress-a15', { most: 30 * GIB }],
  ['imx25-pdk kzm', { most: 512 }],
  ['mcimx6ul-evk mcimx7d-sabre xilinx-zynq-a9', { most: 2 * GIB }],
  ['sabrelite', { most: 3840 }],
  ['musicpal sx1 sx1-v1 cheetah', { only: [32] }],
  ['canon-a1100', { only: [64] }],
  ['n800 n810', { only: [128] }],
  ['raspi0 raspi1ap raspi3ap collie', { only: [512] }],
  ['raspi2b raspi3b orangepi-pc', { only: [GIB] }],
  ['raspi4b mps3-an524 mps3-an547', { only: [2 * GIB] }],
  ['cubieboard', { only: [512, GIB] }],
  ['bpim2u', { only: doubled(256, 2 * GIB) }],
  ['mps2-an385 mps2-an386 mps2-an500 mps2-an505 mps2-an511 mps2-an521', { only: [16] }],
  ['palmetto-bmc quanta-q71l-bmc supermicrox11-bmc', { only: doubled(64, 512) }],
  [
    'ast2500-evb fp5280g2-bmc g220a-bmc romulus-bmc sonorapass-bmc supermicro-x11spi-bmc tiogapass-bmc ' +
      'witherspoon-bmc yosemitev2-bmc',
    { only: doubled(128, GIB) },
  ],
  [
    'ast2600-evb bletchley-bmc fby35-bmc fuji-bmc qcom-dc-scm-v1-bmc qcom-firework-bmc rainier-bmc tacoma-bmc',
    { only: doubled(256, 2 * GIB) },
  ],
  ['ast2700-evb ast2700a0-evb ast2700a1-evb', { only: doubled(256, 8 * GIB) }],
  ['kudo-bmc mori-bmc npcm750-evb quanta-gbs-bmc quanta-gsj npcm845-evb', { only: doubled(128, 2 * GIB) }],
];

/** QEMU hw/ppc. */
const ofPower = (): readonly Row[] => [
  ['g3beige', { most: 2047 }],
  ['mac99 virtex-ml507', { most: 2 * GIB }],
  ['ppce500', { step: 64 }],
  ['mpc8544ds', { step: 64, most: 3 * GIB }],
  ['sam460ex', { only: doubled(64, 2 * GIB) }],
  ['pegasos2', { only: doubled(32, 2 * GIB) }],
  ['amigaone', { only: doubled(4, 2 * GIB) }],
  ['bamboo', { only: banked(4, doubled(4, 256)) }],
  ['40p', { only: [16, 32, 48, 64, 80, 96, 128, 144, 192] }],
  ['powernv powernv8 powernv9 powernv10 powernv10-rainier', { least: GIB }],
];

/** QEMU hw/riscv. */
const ofRiscv = (): readonly Row[] => [['microchip-icicle-kit', { least: 1537 }]];

/** QEMU hw/mips. */
const ofMips = (): readonly Row[] => [
  ['malta', { most: 2 * GIB }],
  ['magnum pica61', { most: 256 }],
  ['boston', { only: [GIB, 2 * GIB] }],
  ['loongson3-virt', { least: 512 }],
  ['fuloong2e', { only: [256] }],
];

/** Made when they are asked for: x86, which start-up is for, has none. */
const LIMITS: ReadonlyMap<string, () => readonly Row[]> = new Map(
  Object.entries({
    arm: ofArm,
    aarch64: ofArm,
    ppc: ofPower,
    ppc64: ofPower,
    riscv64: ofRiscv,
    // QEMU hw/loongarch/virt.c
    loongarch64: () => [['virt', { least: GIB, until: '9.1' }]],
    mips: ofMips,
    mipsel: ofMips,
    mips64: ofMips,
    mips64el: ofMips,
    // QEMU hw/m68k
    m68k: () => [
      ['q800', { most: GIB }],
      ['virt', { most: 3319 }],
    ],
    // QEMU hw/sparc/sun4m.c
    sparc: () => [
      ['SS-4 SS-5 LX SPARCClassic SPARCbook Voyager', { most: 256 }],
      ['leon3_generic', { most: GIB }],
    ],
  } satisfies Readonly<Record<string, () => readonly Row[]>>),
);

/** The release whose boards began to check what they are given: RAM became a back end of the board. */
const CHECKED = '5.0';

/** What QEMU takes on a board; undefined: any amount, or it is not known. */
export function memoryLimitOf(
  arch: string,
  machine: string,
  version: BinaryVersion,
): MemoryLimit | undefined {
  if (!atLeast(version, CHECKED)) return undefined;
  const limit = LIMITS.get(arch)?.().find(([boards]) => boards.split(' ').includes(machine))?.[1];
  return limit?.until !== undefined && atLeast(version, limit.until) ? undefined : limit;
}

export function fits(mib: number, { least = 0, most = Infinity, step = 1, only }: MemoryLimit): boolean {
  return only === undefined ? mib >= least && mib <= most && mib % step === 0 : only.includes(mib);
}

/** The most that is less, and the least that is more. */
export function nearest(mib: number, limit: MemoryLimit): number[] {
  const { least = 0, most = Infinity, step = 1, only } = limit;
  if (only !== undefined)
    return [only.findLast((size) => size < mib), only.find((size) => size > mib)].filter(
      (size) => size !== undefined,
    );
  if (mib < least) return [least];
  const below = Math.floor(Math.min(mib, most) / step) * step;
  return [below, below + step].filter((size) => size > 0 && fits(size, limit));
}
