/** QEMU architectures by what their boards have; read from QEMU's default configs (configs/devices) and Kconfig. */
export const X86 = ['i386', 'x86_64'] as const;
export const ARM = ['aarch64', 'arm'] as const;
export const PPC = ['ppc', 'ppc64'] as const;
export const PPC64 = ['ppc64'] as const;
export const RISCV = ['riscv32', 'riscv64'] as const;
export const S390X = ['s390x'] as const;
const LOONGARCH = ['loongarch64'] as const;
const MIPS = ['mips', 'mips64', 'mips64el', 'mipsel'] as const;

/** Boards with an ISA bus. */
export const ISA = [...X86, ...PPC, ...MIPS, 'alpha', 'hppa', 'sparc64'] as const;

/** Boards on which the whole set of PCI devices is built (PCI_DEVICES); s390x builds a few only. */
export const PCI = [...ISA, ...ARM, ...RISCV, ...LOONGARCH, 'sh4', 'sh4eb'] as const;

/** Virtio devices and what s390x shares with the boards of PCI. */
export const VIRTIO = [...PCI, ...S390X] as const;

/** Those with a processor model of all that can be emulated. */
export const CPU_MAX = [...X86, ...ARM, ...RISCV, ...LOONGARCH, ...S390X] as const;
export const VIRTIO_VGA = [...X86, 'ppc64', ...RISCV, ...LOONGARCH] as const;
export const VIRTIO_MEM = [...X86, ...ARM, ...S390X] as const;
export const DIMM = [...X86, ...ARM, ...PPC64, ...LOONGARCH] as const;
export const FW_CFG = [...X86, ...ARM, ...RISCV, ...LOONGARCH] as const;
export const MMIO = [...X86, ...ARM, ...RISCV] as const;
export const TPM = [...X86, ...ARM, ...RISCV, ...PPC64] as const;
export const TPM_TIS = [...X86, ...ARM, ...RISCV] as const;
export const PXB = [...X86, ...ARM] as const;
export const HVF = ['x86_64', 'aarch64'] as const;
