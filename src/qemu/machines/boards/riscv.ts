/** Those of qemu-system-riscv32 and qemu-system-riscv64 alike (QEMU hw/riscv). */
export const RISCV = `
spike_v1.10 1 - - ..5.1 use=spike
spike_v1.9.1 1 - - ..5.1 use=spike`;

export const RISCV32 = `
amd-microblaze-v-generic 1 rv32 - 10.0..
opentitan 1 lowrisc-ibex - 5.0..6.2
opentitan 1 lowrisc-ibex riscv.lowrisc.ibex.ram 6.2..
sifive_e 1 sifive-e31 - ..6.2
sifive_e 1 sifive-e31 riscv.sifive.e.ram 6.2..
sifive_u 5 sifive-u34 - ..6.2 least=2
sifive_u 5 sifive-u34 riscv.sifive.u.ram 6.2.. least=2
spike 8 rv32gcsu-v1.10.0 - ..5.2 default
spike 8 rv32 - 5.2..6.2 default numa
spike 8 rv32 riscv.spike.ram 6.2..11.1 default numa
spike 8 max riscv.spike.ram 11.1.. numa
virt 8 rv32 - ..5.2
virt 8 rv32 - 5.2..6.2 numa
virt 8 rv32 riscv_virt_board.ram 6.2..7.0 numa
virt 512 rv32 riscv_virt_board.ram 7.0.. numa`;

export const RISCV64 = `
amd-microblaze-v-generic 1 rv64 - 10.0..
boston-aia 64 mips-p8700 boston.ddr 11.0..
k230 1 - riscv.K230.ram 11.0..
microchip-icicle-kit 5 - - 5.2..6.2 least=2
microchip-icicle-kit 5 - microchip.icicle.kit.ram 6.2.. least=2
shakti_c 1 shakti-c riscv.shakti.c.ram 6.1.. old=11.1
sifive_e 1 sifive-e51 - ..6.2
sifive_e 1 sifive-e51 riscv.sifive.e.ram 6.2..
sifive_u 5 sifive-u54 - ..6.2 least=2
sifive_u 5 sifive-u54 riscv.sifive.u.ram 6.2.. least=2
spike 8 rv64gcsu-v1.10.0 - ..5.2 default
spike 8 rv64 - 5.2..6.2 default numa
spike 8 rv64 riscv.spike.ram 6.2..11.1 default numa
spike 8 max riscv.spike.ram 11.1.. numa
tt-atlantis 8 tt-ascalon tt_atlantis.ram 11.0..
virt 8 rv64 - ..5.2
virt 8 rv64 - 5.2..6.2 numa
virt 8 rv64 riscv_virt_board.ram 6.2..7.0 numa
virt 512 rv64 riscv_virt_board.ram 7.0.. numa
xiangshan-kunminghu 16 xiangshan-kunminghu xiangshan.kunminghu.ram 10.1..`;
