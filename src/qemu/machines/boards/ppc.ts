/** Those of qemu-system-ppc and qemu-system-ppc64 alike (QEMU hw/ppc). */
export const POWER = `
40p 1 ppc - 2.9..
amigaone 1 7457_v1.2 ram 8.2..
bamboo 1 440ep ppc4xx.sdram
mpc8544ds 15 e500v2_v30 mpc8544ds.ram
pegasos1 1 750cxe_v3.1b ram 10.2..
pegasos2 1 g4 pegasos2.ram 6.1..8.0
pegasos2 1 7457_v1.2 pegasos2.ram 8.0..10.2
pegasos2 1 7457_v1.2 ram 10.2..
ppce500 32 e500v2_v30 mpc8544ds.ram
ppe42_machine 1 PPE42XM ram 10.2..
prep 1 602 - ..5.0 old=3.1 use=40p
ref405ep 1 - ef405ep.ram ..7.2
ref405ep 1 - ppc405.ram 7.2..10.0 old=9.1
sam460ex 1 460ex ppc4xx.sdram 2.12..
taihu 1 - taihu_405ep.ram ..7.2 old=7.0 use=ref405ep
virtex-ml507 1 440-xilinx ram`;

export const PPC = `
g3beige 1 g3 ppc_heathrow.ram default
mac99 1 g4 ppc_core99.ram`;

export const PPC64 = `
g3beige 1 g3 ppc_heathrow.ram
mac99 1 ppc64 ppc_core99.ram
powernv 2048 - - 2.6..4.2
powernv10 2048 power10_v1.0 pnv.ram 5.0..6.0
powernv10 2048 power10_v2.0 pnv.ram 6.0..9.0
powernv10 2048 power10_v2.0 pnv.ram 9.0..11.1 alias=powernv
powernv10 2048 power10_v2.0 pnv.ram 11.1..
powernv10-rainier 2048 power10_v2.0 pnv.ram 9.0..11.1 alias=powernv
powernv10-rainier 2048 power10_v2.0 pnv.ram 11.1..
powernv11 2048 power11_v2.0 pnv.ram 10.2..11.1
powernv11 2048 power11_v2.0 pnv.ram 11.1.. alias=powernv
powernv8 2048 power8_v2.0 pnv.ram 2.12..
powernv9 2048 power9_v2.0 pnv.ram 2.12..4.2
powernv9 2048 power9_v2.0 pnv.ram 4.2..8.0 alias=powernv
powernv9 2048 power9_v2.2 pnv.ram 8.0..9.0 alias=powernv
powernv9 2048 power9_v2.2 pnv.ram 9.0..
pseries 255 - - ..2.1 default
pseries-2.12-sxxm 1024 POWER8 ppc_spapr.ram 2.12..6.0 hot numa
pseries-2.12-sxxm 2147483647 POWER8 ppc_spapr.ram 6.0..9.0 hot numa
pseries-2.12-sxxm 4096 POWER8 ppc_spapr.ram 9.0..9.2 old=9.0 hot numa`;
