/** QEMU hw/sparc. */
export const SPARC = `
LX 1 TI-MicroSparc-I sun4m.ram
SPARCClassic 1 TI-MicroSparc-I sun4m.ram
SPARCbook 1 TI-MicroSparc-I sun4m.ram
SS-10 4 TI-SuperSparc-II sun4m.ram
SS-20 4 TI-SuperSparc-II sun4m.ram
SS-4 1 Fujitsu-MB86904 sun4m.ram
SS-5 1 Fujitsu-MB86904 sun4m.ram default
SS-600MP 4 TI-SuperSparc-II sun4m.ram
Voyager 1 Fujitsu-MB86904 sun4m.ram
leon3_generic 1 LEON3 leon3.ram ..9.0
leon3_generic 4 LEON3 leon3.ram 9.0..`;

/** QEMU hw/sparc64. */
export const SPARC64 = `
Niagara 1 - - ..2.11 now=niagara
niagara 1 Sun-UltraSparc-T1 sun4v-partition.ram 2.6..
sun4u 1 TI-UltraSparc-IIi - default
sun4v 1 Sun-UltraSparc-T1 -`;
