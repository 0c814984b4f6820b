/** Boards whose chip has this many processors, all of which are always there (QEMU MachineClass min_cpus; 4.2 to 11.1). */
const LEAST: readonly (readonly [least: number, boards: string])[] = [
  [
    2,
    'anacapa-bmc ast2600-evb bletchley-bmc catalina-bmc fby35-bmc fuji-bmc gb200nvl-bmc kudo-bmc ' +
      'microchip-icicle-kit mori-bmc mps2-an521 mps3-an524 musca-a musca-b1 npcm750-evb nuri qcom-dc-scm-v1-bmc ' +
      'qcom-firework-bmc quanta-gbs-bmc quanta-gsj rainier-bmc sifive_u smdkc210 tacoma-bmc',
  ],
  [3, 'fby35'],
  [
    4,
    'amd-versal-virt ast2700-evb ast2700a0-evb ast2700a1-evb ast2700a2-evb npcm845-evb orangepi-pc raspi2 raspi2b ' +
      'raspi3 raspi3ap raspi3b raspi4b xlnx-versal-virt',
  ],
  [6, 'ast2700fc'],
  [18, 'amd-versal2-virt'],
];

/** The fewest vCPUs that a board starts with. */
export function leastCpusOf(board: string): number {
  return LEAST.find(([, boards]) => boards.split(' ').includes(board))?.[0] ?? 1;
}
