import type { KvmFacts } from './facts';

/** Architectures of guests, in QEMU's words, that KVM runs on a host; of the host as `uname -m` has it. */
export function architecturesOf(host: string): readonly string[] {
  return FAMILIES.find((family) => family.includes(host)) ?? [host];
}

/** In each, the hosts and the guests that they run. */
const FAMILIES: readonly (readonly string[])[] = [
  ['x86_64', 'i386', 'i686', 'i586'],
  ['aarch64', 'arm', 'armv7l'],
  ['ppc64le', 'ppc64', 'ppc'],
];

/** Why KVM cannot be used, and the way out; undefined where the facts give no reason. */
export function kvmProblem({
  access,
  extension,
  inGuest,
}: KvmFacts): { readonly why: string; readonly help: string } | undefined {
  if (access === 'usable') return undefined;
  if (access === 'denied')
    return {
      why: 'this user may not open /dev/kvm',
      help: 'join the group that may, and log in again: usermod -aG kvm USER',
    };
  if (extension !== undefined) {
    const module = extension === 'vmx' ? 'kvm_intel' : 'kvm_amd';
    return { why: `the module ${module} is not loaded`, help: `load it: modprobe ${module}` };
  }
  if (inGuest === true)
    return {
      why: 'this host is itself a guest, whose processor has no virtualization',
      help: "on the host below, load KVM with nested=1 and give this guest <cpu mode='host-passthrough'/>",
    };
  return {
    why: 'there is no /dev/kvm',
    help: 'switch virtualization (VT-x, SVM) on in the setup of the host, then: modprobe kvm_intel, or kvm_amd',
  };
}
