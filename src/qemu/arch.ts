/** libvirt's architecture names that are not QEMU's (libvirt src/qemu/qemu_capabilities.c virQEMUCapsArchToString). */
const QEMU_NAMES: Readonly<Record<string, string>> = {
  i686: 'i386',
  armv6l: 'arm',
  armv7l: 'arm',
  ppcle: 'ppc',
  ppc64le: 'ppc64',
  itanium: 'ia64',
  or32: 'or1k',
};

/** `i686` -> `i386`: the name in `qemu-system-<arch>`. */
export function qemuArch(arch: string): string {
  return QEMU_NAMES[arch] ?? arch;
}
