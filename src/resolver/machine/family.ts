import { isArm, isLoongarch, isPower64, isRiscv, isS390, isX86 } from '../../qemu/architectures';
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
const X86: readonly (readonly [
  MachineFamily,
  { readonly is?: string; readonly starts?: readonly string[] },
])[] = [
  ['q35', { is: 'q35', starts: ['pc-q35-', 'pc_q35'] }],
  ['i440fx', { is: 'pc', starts: ['pc-0.', 'pc-1.', 'pc-i440', 'rhel'] }],
  ['isapc', { is: 'isapc' }],
  ['microvm', { is: 'microvm' }],
  ['xen', { starts: ['xenfv', 'xenpv'] }],
];

const OTHERS: readonly (readonly [(arch: string) => boolean, RegExp, MachineFamily])[] = [
  [isS390, /^s390-ccw/, 's390'],
  [isPower64, /^pseries/, 'pseries'],
  [(arch) => arch.startsWith('ppc'), /^/, 'power'],
  [isArm, /^versatilepb$/, 'versatile'],
  [isArm, /^realview-/, 'realview'],
  [(arch) => isArm(arch) || isRiscv(arch) || isLoongarch(arch), /^virt(-|$)/, 'virt'],
];

/** Which machine QEMU takes by default, or libvirt where QEMU has no default. */
export function defaultMachine(arch: string): string {
  if (isX86(arch)) return 'pc';
  if (isPower64(arch)) return 'pseries';
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
  const isOfX86 = ([, { is, starts = [] }]: (typeof X86)[number]) =>
    machine === is || starts.some((start) => machine.startsWith(start));
  if (isX86(arch)) return X86.find(isOfX86)?.[0] ?? 'other';
  return OTHERS.find(([of, name]) => of(arch) && name.test(machine))?.[2] ?? 'other';
}
