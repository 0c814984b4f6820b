/**
 * What is known of the host, as one plain value: read by host/probe.ts, or from a file captured on another machine.
 * Every part may be absent: then nothing is known of it, and nothing is checked.
 */
export interface HostFacts {
  readonly schema: 1;
  /** `uname -m` in libvirt's words: x86_64, aarch64, ... */
  readonly arch?: string | undefined;
}

/** Nothing is known: a preview for another machine. */
export const NO_FACTS: HostFacts = { schema: 1 };
