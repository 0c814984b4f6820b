/** libvirt's name of an x86 feature -> QEMU's: dashes for underscores, and one is spelled differently. */
export function qemuFeature(name: string): string {
  return name === 'pclmuldq' ? 'pclmulqdq' : name.replaceAll('_', '-');
}
