/** A program that starts a guest or runs beside one. */
export interface HostProgram {
  /** qemu-system-x86_64, swtpm, qemu-bridge-helper, ... */
  readonly name: string;
  readonly path: string;
}

/** Which virtiofsd a program is: QEMU's own in C, up to 7.2, or the one in Rust that followed it. */
export interface VirtiofsdFacts {
  /** As a guest names it: `virtiofsd`, or the path of `<binary>`. */
  readonly program: string;
  /** Where it is. */
  readonly path: string;
  readonly kind: 'c' | 'rust';
}

/** What a QEMU of this host has or lacks beside the table of its release: what it was built with, and the host's processor. */
export interface QemuBuild {
  /** 8.2.0. */
  readonly version: string;
  /** QEMU's architecture; absent: each of that version. */
  readonly arch?: string | undefined;
  /** Names of capabilities, as `domxml2qemu probe` prints them. */
  readonly has?: readonly string[] | undefined;
  readonly lacks?: readonly string[] | undefined;
}
