/** QEMU hw/alpha. */
export const ALPHA = `
clipper 4 ev67 ram default`;

/** QEMU hw/avr. */
export const AVR = `
arduino-duemilanove 1 - - alias=2009
arduino-mega 1 - - alias=mega
arduino-mega-2560-v3 1 - - alias=mega2560
arduino-uno 1 - - alias=uno`;

/** QEMU hw/cris. */
export const CRIS = `
axis-dev88 1 crisv32 axisdev88.ram ..9.2 default`;

/** QEMU hw/hexagon. */
export const HEXAGON = `
V66G_1024 8 v66 - default
virt 8 v68 -`;

/** QEMU hw/hppa. */
export const HPPA = `
715 8 hppa ram 10.2..11.1
715 8 pa-7300lc hppa.ram 11.1..
A400 16 pa-8500 hppa.ram 11.0..
B160L 16 hppa ram 8.2..11.1 default
B160L 16 pa-7300lc hppa.ram 11.1.. default
C3700 16 hppa64 ram 8.2..11.1
C3700 16 pa-8700 hppa.ram 11.1..
hppa 8 hppa ram ..7.0 default
hppa 16 hppa ram 7.0..8.2 now=B160L default`;

/** QEMU hw/lm32. */
export const LM32 = `
lm32-evr 1 lm32-full - ..6.0 default
lm32-uclinux 1 lm32-full - ..6.0
milkymist 1 lm32-full - ..6.0`;

/** QEMU hw/loongarch. */
export const LOONGARCH64 = `
virt 4 la464 loongarch.ram 7.1..8.0 default
virt 256 la464 loongarch.ram 8.0..10.0 default numa
virt 256 la464 loongarch.ram 10.0..11.1 default hot numa`;

/** QEMU hw/m68k. */
export const M68K = `
an5206 1 m5206 an5206.ram
dummy 1 - - ..2.9 use=none
mcf5208evb 1 m5208 mcf5208.ram default
next-cube 1 m68040 next.ram 4.2..
q800 1 m68040 m68k_mac.ram 4.2..`;

/** QEMU hw/moxie. */
export const MOXIE = `
moxiesim 1 MoxieLite - ..6.1 default`;

/** QEMU hw/nios2. */
export const NIOS2 = `
10m50-ghrd 1 - - ..9.1 old=8.2 default
nios2-generic-nommu 1 - - 2.12..9.1 old=8.2`;

/** QEMU hw/openrisc. */
export const OR1K = `
or1k-sim 2 or1200 - ..7.0 default
or1k-sim 4 or1200 - 7.0.. default
virt 4 or1200 - 7.2..`;

/** QEMU hw/rx. */
export const RX = `
gdbsim-r5f562n7 1 rx62n ext-sdram
gdbsim-r5f562n8 1 rx62n ext-sdram`;

/** QEMU hw/s390x. */
export const S390X = `
s390-ccw-virtio 255 - - ..2.4 alias=s390-ccw
s390-virtio 255 - - ..2.6 use=s390-ccw-virtio alias=s390`;

/** QEMU hw/sh4. */
export const SH4 = `
r2d 1 sh7751r -
shix 1 sh7750r - ..9.2 old=9.0 default`;

/** QEMU hw/tricore. */
export const TRICORE = `
KIT_AURIX_TC277_TRB 1 - - 6.0..
tricore_testboard 1 tc1796 -`;

/** QEMU hw/unicore32. */
export const UNICORE32 = `
puv3 1 UniCore-II - ..6.0 default`;

/** QEMU hw/microblaze: of qemu-system-microblaze, whose boards were big-endian until 10.1. */
export const MICROBLAZE = `
petalogix-ml605 1 - - ..10.1 old=9.2
petalogix-ml605 1 - - 10.1..
petalogix-s3adsp1800 1 - - default
xlnx-zynqmp-pmu 1 - - 2.12..10.1 old=9.2
xlnx-zynqmp-pmu 1 - - 10.1..`;

/** Of qemu-system-microblazeel, which went with 11.0 (QEMU docs/about/removed-features.rst): the other one is both. */
export const MICROBLAZEEL = `
petalogix-ml605 1 - - ..11.0
petalogix-s3adsp1800 1 - - ..11.0 default
xlnx-zynqmp-pmu 1 - - 2.12..11.0`;
