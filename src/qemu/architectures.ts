import { ARCHITECTURES } from '../model/arch';

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

/** Emulators that have the processors of a narrower one, too (QEMU configs/targets, target/ARCH/cpu.c). */
const ALSO_RUN: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'i386'],
  ['aarch64', 'arm'],
  ['ppc64', 'ppc'],
  ['mips64', 'mips'],
  ['mips64el', 'mipsel'],
]);

/** Whether the emulator of an architecture runs guests of another; both in QEMU's words. */
export const runsGuest = (emulator: string, guest: string): boolean =>
  emulator === guest || ALSO_RUN.get(emulator) === guest;

/** What the name of a program says of its architecture, as in `/usr/bin/qemu-system-x86_64`; most others say nothing. */
export function archInName(program: string): string | undefined {
  const name = /(?:^|\/)qemu-system-([a-z0-9_]+)[^/]*$/.exec(program)?.[1];
  return name !== undefined && ARCHITECTURES.includes(qemuArch(name)) ? qemuArch(name) : undefined;
}
