/** A program that starts a guest or runs beside one. */
export interface HostProgram {
  /** qemu-system-x86_64, swtpm, qemu-bridge-helper, ... */
  readonly name: string;
  readonly path: string;
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
