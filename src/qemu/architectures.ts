export const isX86 = (arch: string) => arch === 'x86_64' || arch === 'i686' || arch === 'i386';
export const isArm = (arch: string) => arch === 'aarch64' || arch.startsWith('arm');
export const isPower64 = (arch: string) => arch.startsWith('ppc64');
export const isRiscv = (arch: string) => arch.startsWith('riscv');
export const isLoongarch = (arch: string) => arch === 'loongarch64';
export const isS390 = (arch: string) => arch === 's390x' || arch === 's390';

/** libvirt names processors, QEMU the emulators that run them. */
const EMULATED: ReadonlyMap<string, string> = new Map([
  ['i686', 'i386'],
  ['armv6l', 'arm'],
  ['armv7l', 'arm'],
  ['ppc64le', 'ppc64'],
]);

/** libvirt's or QEMU's name of an architecture -> QEMU's. */
export const qemuArch = (arch: string): string => EMULATED.get(arch) ?? arch;

/** QEMU's name -> libvirt's. */
export const libvirtArch = (arch: string): string => (arch === 'i386' ? 'i686' : arch);
