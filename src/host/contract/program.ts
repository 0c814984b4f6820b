/** A program that starts a guest or runs beside one. */
export interface HostProgram {
  /** qemu-system-x86_64, swtpm, qemu-bridge-helper, ... */
  readonly name: string;
  readonly path: string;
}
