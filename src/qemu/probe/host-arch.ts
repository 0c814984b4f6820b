/** Node's words for architectures where QEMU's differ. */
const HOST_ARCH: Readonly<Record<string, string>> = {
  x64: 'x86_64',
  ia32: 'i386',
  arm64: 'aarch64',
  loong64: 'loongarch64',
};

/** This host in QEMU's words. */
export const hostArch = (): string => HOST_ARCH[process.arch] ?? process.arch;
