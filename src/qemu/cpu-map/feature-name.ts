/** libvirt's name of an x86 feature -> QEMU's: dashes for underscores, and two are spelled differently. */
export function qemuFeature(name: string): string {
  if (name === 'pclmuldq') return 'pclmulqdq';
  // QEMU target/i386/cpu.c, where the two instructions are mixed up
  if (name === 'vmx-invvpid-single-context-noglobals') return 'vmx-invept-single-context-noglobals';
  return name.replaceAll('_', '-');
}
