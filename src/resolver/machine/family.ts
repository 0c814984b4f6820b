import type { Domain } from '../../model/domain';
import type { Context } from '../context';

/** Machines that share their built-in devices and buses. `other`: none that is known here. */
export type MachineFamily =
  | 'i440fx'
  | 'q35'
  | 'isapc'
  | 'microvm'
  | 'xen'
  | 'virt'
  | 'versatile'
  | 'realview'
  | 'pseries'
  | 'power'
  | 's390'
  | 'none'
  | 'other';

/** QEMU's machine names -> family; names as in hw/i386, hw/arm/virt.c, hw/ppc, hw/s390x. */
const X86: readonly (readonly [RegExp, MachineFamily])[] = [
  [/^(q35|pc-q35-.*|pc_q35.*)$/, 'q35'],
  [/^(pc|pc-0\..*|pc-1\..*|pc-i440.*|rhel.*)$/, 'i440fx'],
  [/^isapc$/, 'isapc'],
  [/^microvm$/, 'microvm'],
  [/^xenfv|^xenpv/, 'xen'],
];

const OTHERS: readonly (readonly [RegExp, RegExp, MachineFamily])[] = [
  [/^s390x?$/, /^s390-ccw/, 's390'],
  [/^ppc64(le)?$/, /^pseries/, 'pseries'],
  [/^ppc/, /^/, 'power'],
  [/^(aarch64|arm.*)$/, /^versatilepb$/, 'versatile'],
  [/^(aarch64|arm.*)$/, /^realview-/, 'realview'],
  [/^(aarch64|arm.*|riscv.*|loongarch64)$/, /^virt(-|$)/, 'virt'],
];

/** Which machine QEMU takes by default, or libvirt where QEMU has no default. */
export function defaultMachine(arch: string): string {
  if (isX86(arch)) return 'pc';
  if (arch.startsWith('ppc64')) return 'pseries';
  return DEFAULTS.get(arch) ?? 'virt';
}

/** QEMU's own (`qemu-system-ARCH -machine help`, is_default in hw/ARCH); libvirt's is the same. */
const DEFAULTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alpha: 'clipper',
    hppa: 'B160L',
    m68k: 'mcf5208evb',
    microblaze: 'petalogix-s3adsp1800',
    microblazeel: 'petalogix-s3adsp1800',
    mips: 'malta',
    mips64: 'malta',
    mips64el: 'malta',
    mipsel: 'malta',
    or1k: 'or1k-sim',
    ppc: 'g3beige',
    s390x: 's390-ccw-virtio',
    sparc: 'SS-5',
    sparc64: 'sun4u',
    xtensa: 'sim',
    xtensaeb: 'sim',
  }),
);

export function isX86(arch: string): boolean {
  return arch === 'x86_64' || arch === 'i686' || arch === 'i386';
}

/** The family of the guest's machine; the guest's own architecture decides, the emulator's where it names none. */
export function machineFamily({ os }: Pick<Domain, 'os'>, { qemu }: Pick<Context, 'qemu'>): MachineFamily {
  const arch = os.arch ?? qemu.arch;
  const machine = os.machine ?? defaultMachine(arch);
  // Nearly every pass asks, some for each device.
  if (arch !== last.arch || machine !== last.machine)
    last = { arch, machine, family: familyOf(arch, machine) };
  return last.family;
}

let last: { readonly arch: string; readonly machine: string; readonly family: MachineFamily } = {
  arch: '',
  machine: 'none',
  family: 'none',
};

function familyOf(arch: string, machine: string): MachineFamily {
  if (machine === 'none') return 'none';
  if (isX86(arch)) return X86.find(([name]) => name.test(machine))?.[1] ?? 'other';
  return OTHERS.find(([of, name]) => of.test(arch) && name.test(machine))?.[2] ?? 'other';
}
