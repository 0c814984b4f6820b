/** QEMU's system emulators by the names of their binaries (configs/targets of QEMU 0.14 to 11.1), and libvirt's i686. */
export const ARCHITECTURES: readonly string[] = [
  ...[
    'x86_64',
    'aarch64',
    'i386',
    'i686',
    'arm',
    's390x',
    'ppc64',
    'ppc',
    'riscv64',
    'riscv32',
    'loongarch64',
  ],
  ...[
    'alpha',
    'avr',
    'cris',
    'hexagon',
    'hppa',
    'lm32',
    'm68k',
    'microblaze',
    'microblazeel',
    'mips',
    'mips64',
  ],
  ...['mips64el', 'mipsel', 'moxie', 'nios2', 'or1k', 'rx', 'sh4', 'sh4eb', 'sparc', 'sparc64', 'tricore'],
  ...['unicore32', 'xtensa', 'xtensaeb'],
];

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
