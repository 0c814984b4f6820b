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

/** libvirt's names of processors that are none of emulators (src/util/virarch.c). */
const PROCESSORS: readonly string[] = [
  ...['armv6l', 'armv7l', 'armv7b', 'ia64', 'openrisc', 'parisc', 'parisc64', 'ppc64le', 'ppcemb', 's390'],
];

/** Names of other systems for what libvirt calls otherwise. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['amd64', 'x86_64'],
  ['x64', 'x86_64'],
  ['x86', 'i686'],
  ['i486', 'i686'],
  ['i586', 'i686'],
  ['arm64', 'aarch64'],
  ['armhf', 'armv7l'],
  ['ppc64el', 'ppc64le'],
  ['powerpc', 'ppc'],
  ['riscv', 'riscv64'],
]);

/** Whether `<type arch=>` may say so: as libvirt has it, or as QEMU's emulators are called. */
export function isArch(name: string): boolean {
  return ARCHITECTURES.includes(name) || PROCESSORS.includes(name);
}

/** What is meant by a name that is none; undefined where nothing comes near. */
export function archMeant(name: string): string | undefined {
  return ELSEWHERE.get(name.toLowerCase());
}

/** Every name that `isArch` takes. */
export const archNames = (): readonly string[] => [...ARCHITECTURES, ...PROCESSORS];
