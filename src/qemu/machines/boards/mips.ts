/** Those of qemu-system-mips and qemu-system-mipsel (QEMU hw/mips). */
export const MIPS = `
malta 16 24Kf mips_malta.ram default
mips 1 24Kf - ..5.2 use=malta
mipssim 1 24Kf mips_mipssim.ram ..10.2`;

/** Those of qemu-system-mips64 and qemu-system-mips64el. */
export const MIPS64 = `
magnum 1 R4000 mips_jazz.ram
malta 16 20Kc mips_malta.ram default
mips 1 R4000 - ..5.2 use=malta
mipssim 1 5Kf mips_mipssim.ram ..10.2
pica61 1 R4000 mips_jazz.ram`;

/** Those of qemu-system-mips64el alone. */
export const MIPS64EL = `
boston 16 I6400 boston.ddr 2.8..
fulong2e 1 Loongson-2E - ..5.2 now=fuloong2e
fuloong2e 1 Loongson-2E fuloong2e.ram 5.0..6.0 alias=fulong2e
fuloong2e 1 Loongson-2E fuloong2e.ram 6.0..
loongson3-virt 16 - loongson3.highram 6.0..`;
