/** What only some hosts have, and QEMU offers only there. */
export type HostFeature = 'hvf' | 'sev' | 'sev-snp' | 'sgx' | 'tdx';

/**
 * When a device, property or option came and went. Versions are `major.minor`; `until` is the first release without it.
 * The name is libvirt's capability flag where there is one (libvirt src/qemu/qemu_capabilities.c), else ours.
 */
export interface CapabilityRow {
  readonly since: string;
  readonly until?: string;
  /** Where the release was read: a QEMU file, tag or document, or a libvirt capabilities file. */
  readonly source: string;
  /** QEMU architectures that have it; absent: all. */
  readonly arch?: readonly string[];
  /** The release of those among them that got it later than the rest. */
  readonly laterOn?: Readonly<Record<string, string>>;
  /** What QEMU must be built with, where distributions differ. */
  readonly build?: string;
  /** What the host must have too. */
  readonly needs?: HostFeature;
}

export type CapabilityTable = Readonly<Record<string, CapabilityRow>>;
