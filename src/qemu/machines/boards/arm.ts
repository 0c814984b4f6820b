/** Those of qemu-system-arm, which qemu-system-aarch64 has, too (QEMU hw/arm). */
export const ARM = `
akita 1 pxa270-c0 - ..9.2 old=9.0
anacapa-bmc 2 cortex-a7 ram 11.0.. least=2
ast1030-evb 1 cortex-m4@10.0 ram 7.1..
ast1040-evb 1 cortex-m4 ram 11.0..
ast1060-evb 1 cortex-m4 ram 11.0..
ast2500-evb 2 arm1176@10.0 ram 2.8..5.2
ast2500-evb 1 arm1176@10.0 ram 5.2..
ast2600-evb 2 cortex-a7@10.0 ram 4.2.. least=2
b-l475e-iot01a 1 cortex-m4@10.0 - 9.0..
bletchley-bmc 2 cortex-a7@10.0 ram 7.0.. least=2
borzoi 1 pxa270-c0 - ..9.2 old=9.0
bpim2u 4 cortex-a7 bpim2u.ram 8.1..
canon-a1100 1 - ram
catalina-bmc 2 cortex-a7 ram 10.1.. least=2
cheetah 1 ti925t omap1.dram ..9.2 old=9.0
collie 1 sa1110 strongarm.sdram
connex 1 - - ..9.2 old=9.0
cubieboard 1 cortex-a9 cubieboard.ram ..5.0
cubieboard 1 cortex-a8 cubieboard.ram 5.0..
emcraft-sf2 1 cortex-m3 - 2.11..
fby35 3 - - 7.1..11.1 old=10.2 use=ast2700fc least=3
fby35-bmc 2 cortex-a7@10.0 ram 7.1.. least=2
fp5280g2-bmc 1 arm1176@10.0 ram 6.2..11.1 old=10.2 use=ast2500-evb
fuji-bmc 2 cortex-a7@10.0 ram 6.2.. least=2
g220a-bmc 1 arm1176@10.0 ram 6.0..
gb200nvl-bmc 2 cortex-a7 ram 10.1.. least=2
highbank 4 cortex-a9@10.0 highbank.dram ..11.0 old=10.1 use=virt
imx25-pdk 1 - imx25.ram
integratorcp 1 arm926 integrator.ram
kudo-bmc 2 cortex-a9 ram 6.2.. least=2
kzm 1 - kzm.ram
lm3s6965evb 1 cortex-m3 -
lm3s811evb 1 cortex-m3 -
mainstone 1 pxa270-c5 - ..9.2 old=9.0
max78000fthr 1 cortex-m4 - 10.1..
mcimx6ul-evk 1 - mcimx6ul-evk.ram 3.1..
mcimx7d-sabre 2 - mcimx7d-sabre.ram 2.12..
microbit 1 - - 3.1..
midway 4 cortex-a15@10.0 highbank.dram ..11.0 old=10.1 use=virt
mori-bmc 2 cortex-a9 ram 7.0.. least=2
mps2-an385 1 cortex-m3 mps.ram 2.10..
mps2-an386 1 cortex-m4 mps.ram 5.0..
mps2-an500 1 cortex-m7 mps.ram 5.0..
mps2-an505 1 cortex-m33 mps.ram 2.12..
mps2-an511 1 cortex-m3 mps.ram 2.10..
mps2-an521 2 cortex-m33 mps.ram 4.0.. least=2
mps3-an524 2 cortex-m33 DDR 6.0.. least=2
mps3-an536 2 cortex-r52 DDR 9.0..
mps3-an547 1 cortex-m55 DDR 6.0..
musca-a 2 cortex-m33 - 4.0.. least=2
musca-b1 2 cortex-m33 - 4.0.. least=2
musicpal 1 arm926 musicpal.ram
n800 1 arm1136-r2 omap2.dram ..9.2 old=9.0
n810 1 arm1136-r2 omap2.dram ..9.2 old=9.0
netduino2 1 cortex-m3@10.0 -
netduinoplus2 1 cortex-m4@10.0 - 5.1..
npcm750-evb 2 cortex-a9 ram 5.2.. least=2
nuri 2 cortex-a9@10.0 - least=2
olimex-stm32-h405 1 cortex-m4@10.0 - 8.0..
orangepi-pc 4 cortex-a7 orangepi.ram 5.0.. least=4
palmetto-bmc 2 arm926@10.0 ram 2.6..5.2
palmetto-bmc 1 arm926@10.0 ram 5.2..
qcom-dc-scm-v1-bmc 2 cortex-a7@10.0 ram 7.1..11.1 old=10.2 use=ast2600-evb least=2
qcom-firework-bmc 2 cortex-a7@10.0 ram 7.1..11.1 old=10.2 use=ast2600-evb least=2
quanta-gbs-bmc 2 cortex-a9 ram 6.1.. least=2
quanta-gsj 2 cortex-a9 ram 5.2.. least=2
quanta-q71l-bmc 1 arm926@10.0 ram 6.1..
rainier-bmc 2 cortex-a7@10.0 ram 6.1.. least=2
raspi0 1 - ram 5.2..
raspi1ap 1 - ram 5.2..
raspi2 4 - - 2.6..5.2 now=raspi2b least=4
raspi2b 4 - ram 5.2..6.2 alias=raspi2 least=4
raspi2b 4 - ram 6.2.. least=4
realview-eb 1 arm926 -
realview-eb-mpcore 4 arm11mpcore -
realview-pb-a8 1 cortex-a8 -
realview-pbx-a9 4 cortex-a9 -
romulus-bmc 2 arm1176@10.0 ram 2.9..5.2
romulus-bmc 1 arm1176@10.0 ram 5.2..
sabrelite 4 - sabrelite.ram 2.7..
smdkc210 2 cortex-a9@10.0 - least=2
sonorapass-bmc 1 arm1176@10.0 ram 5.1..11.1 old=10.2 use=ast2500-evb
spitz 1 pxa270-c0 - ..9.2 old=9.0
stm32vldiscovery 1 cortex-m3@10.0 - 6.1..
supermicro-x11spi-bmc 1 arm1176@10.0 ram 8.0..
supermicrox11-bmc 1 arm926@10.0 ram 5.0..
swift-bmc 2 - ram 4.1..5.2
swift-bmc 1 - ram 5.2..7.0 old=6.1 use=witherspoon-bmc
sx1 1 ti925t omap1.dram
sx1-v1 1 ti925t omap1.dram
tacoma-bmc 2 - ram 5.0..10.0 old=9.1 use=rainier-bmc least=2
terrier 1 pxa270-c5 - ..9.2 old=9.0
tiogapass-bmc 1 arm1176@10.0 ram 8.0..
tosa 1 - - ..9.2 old=9.0
verdex 1 pxa270-c0 - ..9.2 old=9.0
versatileab 1 arm926 versatile.ram
versatilepb 1 arm926 versatile.ram
vexpress-a15 4 cortex-a15 vexpress.highmem
vexpress-a9 4 cortex-a9 vexpress.highmem
virt 255 - - ..2.6
witherspoon-bmc 2 arm1176@10.0 ram 2.12..5.2
witherspoon-bmc 1 arm1176@10.0 ram 5.2..
xenpvh 128 - - 8.0..
xilinx-zynq-a9 1 cortex-a9 zynq.ext_ram ..9.0
xilinx-zynq-a9 2 cortex-a9 zynq.ext_ram 9.0..
yosemitev2-bmc 1 arm1176@10.0 ram 8.0..
z2 1 pxa270-c5 - ..9.2 old=9.0`;

/** Those of qemu-system-aarch64 alone. */
export const AARCH64 = `
amd-versal-virt 4 - ddr 10.2.. alias=xlnx-versal-virt least=4
amd-versal2-virt 18 - ddr 10.2.. least=18
ast2700-evb 4 - ram 9.1..10.0 least=4
ast2700a0-evb 4 cortex-a35 ram 10.0..10.2 alias=ast2700-evb least=4
ast2700a0-evb 4 cortex-a35 ram 10.2..11.0 use=ast2700a1-evb least=4
ast2700a1-evb 4 cortex-a35 ram 10.0..10.2 least=4
ast2700a1-evb 4 cortex-a35 ram 10.2..11.0 alias=ast2700-evb least=4
ast2700a1-evb 4 cortex-a35 ram 11.0.. least=4
ast2700a2-evb 4 cortex-a35 ram 11.0.. alias=ast2700-evb least=4
ast2700fc 6 - - 10.1.. least=6
imx8mm-evk 4 - imx8mm-evk.ram 11.0..
imx8mp-evk 4 - imx8mp-evk.ram 10.0..
npcm845-evb 4 cortex-a35 ram 10.0.. least=4
raspi3 4 - - 2.12..5.2 now=raspi3b least=4
raspi3ap 4 - ram 5.2.. least=4
raspi3b 4 - ram 5.2..6.2 alias=raspi3 least=4
raspi3b 4 - ram 6.2.. least=4
raspi4b 4 - ram 9.0.. least=4
sbsa-ref 512 cortex-a57 sbsa-ref.ram 4.1..5.1 numa
sbsa-ref 512 cortex-a57 sbsa-ref.ram 5.1..8.1
sbsa-ref 512 neoverse-n1 sbsa-ref.ram 8.1..9.1
sbsa-ref 512 neoverse-n2 sbsa-ref.ram 9.1..
vmapple 512 - - 10.0..
xlnx-ep108 6 - - ..3.0 use=xlnx-zcu102
xlnx-versal-virt 2 - ddr 3.1..7.0 least=4
xlnx-versal-virt 4 - ddr 7.0..10.2 least=4
xlnx-zcu102 6 - ddr-ram 2.6..`;
