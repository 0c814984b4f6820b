import type { PlainMachine } from './family';

/**
 * Boards that exist once, in all releases alike, as query-machines of QEMU 7.1 to 9.1 tells of them: name, most CPUs,
 * default CPU and the id of the RAM; `-`: none.
 */
const ARM = `
akita 1 pxa270-c0 -
ast1030-evb 1 - ram
ast2500-evb 1 - ram
ast2600-evb 2 - ram
bletchley-bmc 2 - ram
borzoi 1 pxa270-c0 -
bpim2u 4 cortex-a7 bpim2u.ram
canon-a1100 1 - ram
cheetah 1 ti925t omap1.dram
collie 1 sa1110 strongarm.sdram
connex 1 - -
cubieboard 1 cortex-a8 cubieboard.ram
emcraft-sf2 1 cortex-m3 -
fby35-bmc 2 - ram
fp5280g2-bmc 1 - ram
fuji-bmc 2 - ram
g220a-bmc 1 - ram
highbank 4 - highbank.dram
imx25-pdk 1 - imx25.ram
integratorcp 1 arm926 integrator.ram
kudo-bmc 2 cortex-a9 ram
kzm 1 - kzm.ram
lm3s6965evb 1 cortex-m3 -
lm3s811evb 1 cortex-m3 -
mainstone 1 pxa270-c5 -
mcimx6ul-evk 1 - mcimx6ul-evk.ram
mcimx7d-sabre 2 - mcimx7d-sabre.ram
microbit 1 - -
midway 4 - highbank.dram
mori-bmc 2 cortex-a9 ram
mps2-an385 1 cortex-m3 mps.ram
mps2-an386 1 cortex-m4 mps.ram
mps2-an500 1 cortex-m7 mps.ram
mps2-an505 1 cortex-m33 mps.ram
mps2-an511 1 cortex-m3 mps.ram
mps2-an521 2 cortex-m33 mps.ram
mps3-an524 2 cortex-m33 DDR
mps3-an547 1 cortex-m55 DDR
musca-a 2 cortex-m33 -
musca-b1 2 cortex-m33 -
musicpal 1 arm926 musicpal.ram
n800 1 arm1136-r2 omap2.dram
n810 1 arm1136-r2 omap2.dram
netduino2 1 - -
netduinoplus2 1 - -
npcm750-evb 2 cortex-a9 ram
nuri 2 - -
olimex-stm32-h405 1 - -
orangepi-pc 4 cortex-a7 orangepi.ram
palmetto-bmc 1 - ram
qcom-dc-scm-v1-bmc 2 - ram
qcom-firework-bmc 2 - ram
quanta-gbs-bmc 2 cortex-a9 ram
quanta-gsj 2 cortex-a9 ram
quanta-q71l-bmc 1 - ram
rainier-bmc 2 - ram
raspi0 1 - ram
raspi1ap 1 - ram
raspi2b 4 - ram
raspi3ap 4 - ram
raspi3b 4 - ram
realview-eb 1 arm926 -
realview-eb-mpcore 4 arm11mpcore -
realview-pb-a8 1 cortex-a8 -
realview-pbx-a9 4 cortex-a9 -
romulus-bmc 1 - ram
sabrelite 4 - sabrelite.ram
sbsa-ref 512 neoverse-n1 sbsa-ref.ram
smdkc210 2 - -
sonorapass-bmc 1 - ram
spitz 1 pxa270-c0 -
stm32vldiscovery 1 - -
supermicro-x11spi-bmc 1 - ram
supermicrox11-bmc 1 - ram
sx1 1 ti925t omap1.dram
sx1-v1 1 ti925t omap1.dram
tacoma-bmc 2 - ram
terrier 1 pxa270-c5 -
tiogapass-bmc 1 - ram
tosa 1 - -
verdex 1 pxa270-c0 -
versatileab 1 arm926 versatile.ram
versatilepb 1 arm926 versatile.ram
vexpress-a15 4 cortex-a15 vexpress.highmem
vexpress-a9 4 cortex-a9 vexpress.highmem
witherspoon-bmc 1 - ram
xilinx-zynq-a9 1 cortex-a9 zynq.ext_ram
xlnx-versal-virt 4 - ddr
xlnx-zcu102 6 - ddr-ram
yosemitev2-bmc 1 - ram
z2 1 pxa270-c5 -`;

const PPC = `
40p 1 ppc -
bamboo 1 440ep ppc4xx.sdram
g3beige 1 g3 ppc_heathrow.ram
mac99 1 g4 ppc_core99.ram
mpc8544ds 15 e500v2_v30 mpc8544ds.ram
pegasos2 1 g4 pegasos2.ram
ppce500 32 e500v2_v30 mpc8544ds.ram
ref405ep 1 7447a_v1.2 ppc405.ram
sam460ex 1 460ex ppc4xx.sdram
virtex-ml507 1 440-xilinx ram`;

const PPC64 = `
40p 1 ppc -
bamboo 1 440ep ppc4xx.sdram
g3beige 1 g3 ppc_heathrow.ram
mac99 1 ppc64 ppc_core99.ram
mpc8544ds 15 e500v2_v30 mpc8544ds.ram
pegasos2 1 g4 pegasos2.ram
powernv10 2048 POWER10 pnv.ram
powernv8 2048 POWER8 pnv.ram
powernv9 2048 POWER9 pnv.ram
ppce500 32 e500v2_v30 mpc8544ds.ram
ref405ep 1 mpc8548e_v21 ef405ep.ram
sam460ex 1 460ex ppc4xx.sdram
taihu 1 mpc8548e_v21 taihu_405ep.ram
virtex-ml507 1 440-xilinx ram`;

const RISCV64 = `
microchip-icicle-kit 5 - microchip.icicle.kit.ram
shakti_c 1 shakti-c riscv.shakti.c.ram
sifive_e 1 sifive-e51 riscv.sifive.e.ram
sifive_u 5 sifive-u54 riscv.sifive.u.ram
spike 8 rv64 riscv.spike.ram`;

const SPARC = `
LX 1 TI-MicroSparc-I sun4m.ram
SPARCClassic 1 TI-MicroSparc-I sun4m.ram
SPARCbook 1 TI-MicroSparc-I sun4m.ram
SS-10 4 TI-SuperSparc-II sun4m.ram
SS-20 4 TI-SuperSparc-II sun4m.ram
SS-4 1 Fujitsu-MB86904 sun4m.ram
SS-5 1 Fujitsu-MB86904 sun4m.ram
SS-600MP 4 TI-SuperSparc-II sun4m.ram
Voyager 1 Fujitsu-MB86904 sun4m.ram
leon3_generic 4 LEON3 leon3.ram`;

const TABLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aarch64: ARM,
    arm: ARM,
    ppc: PPC,
    ppc64: PPC64,
    riscv64: RISCV64,
    sparc: SPARC,
  }),
);

/** The boards of an architecture that have no versions. */
export function boardsOf(arch: string): PlainMachine[] {
  const table = TABLES.get(arch) ?? '';
  return table
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => {
      const [name = '', maxCpus, cpu, ram] = row.split(' ');
      return {
        name,
        arch: [arch],
        since: '0.10',
        maxCpus: Number(maxCpus),
        defaultCpu: cpu === '-' ? undefined : cpu,
        defaultRamId: ram === '-' ? undefined : ram,
        source: 'query-machines',
      };
    });
}
