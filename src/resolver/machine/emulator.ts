import type { Domain } from '../../model/domain';
import { archInName, qemuArch } from '../../qemu/architectures';
import type { Context } from '../context';
import type { ResolveOptions } from '../options';
import { usesKvm } from './accel';

/** What is known of an emulator that is not asked. */
export interface Wanted {
  /** `--arch`. */
  readonly arch?: string | undefined;
  readonly options: ResolveOptions;
  /** As `uname -m` has it. */
  readonly hostArch: string | undefined;
  /** Whether libvirt chooses. */
  readonly libvirtDefaults: boolean;
}

/** KVM of a 64-bit ARM host runs guests of 32 bits in the 64-bit emulator alone (QEMU meson.build, accelerator_targets). */
export const lacksKvmOfHost = (arch: string, hostArch: string | undefined): boolean =>
  arch === 'arm' && hostArch === 'aarch64';

/** QEMU's architecture of the emulator for a guest: that in the name of the program, else the guest's own. */
export function emulatorArch(
  domain: Domain | undefined,
  { arch: asked, options, hostArch, libvirtDefaults }: Wanted,
): string {
  const arch = qemuArch(asked ?? domain?.os.arch ?? hostArch ?? 'x86_64');
  if (libvirtDefaults) return arch;
  const program = options.program ?? domain?.emulator;
  if (program !== undefined) return program.endsWith(`-${arch}`) ? arch : (archInName(program) ?? arch);
  const isNarrow = asked === undefined && lacksKvmOfHost(arch, hostArch);
  return isNarrow && domain !== undefined && usesKvm(domain, { options }) ? 'aarch64' : arch;
}

/** The emulator to run: the user's, the guest's, else that of the architecture. */
export function programOf({ emulator }: Domain, { options, profile, qemu }: Context): string {
  return options.program ?? emulator ?? `${profile.emulators}qemu-system-${qemu.arch}`;
}
