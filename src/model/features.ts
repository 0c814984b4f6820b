/** A `<name state='on|off'/>`; a bare element is on. */
export type Tristate = boolean | undefined;

/** `<features>`. What a later family needs is added here. */
export interface Features {
  readonly acpi: boolean;
  readonly apic?: { readonly eoi?: Tristate } | undefined;
  readonly pae: boolean;
  readonly hap?: Tristate;
  readonly viridian: boolean;
  readonly privnet: boolean;
  readonly pvspinlock?: Tristate;
  readonly pmu?: Tristate;
  readonly vmport?: Tristate;
  readonly smm?: { readonly state?: Tristate; /** bytes */ readonly tseg?: number | undefined } | undefined;
  readonly ioapic?: 'kvm' | 'qemu' | undefined;
  readonly vmcoreinfo?: Tristate;
  readonly ps2?: Tristate;
  readonly asyncTeardown?: Tristate;
  readonly kvm: Readonly<Record<string, Tristate>>;
  readonly kvmDirtyRingSize?: number | undefined;
  /** Enlightenments by libvirt's names: relaxed, vapic, spinlocks, ... */
  readonly hyperv?:
    | {
        readonly mode?: 'custom' | 'passthrough' | undefined;
        readonly enlightenments: Readonly<Record<string, Tristate>>;
        readonly spinlockRetries?: number | undefined;
        readonly vendorId?: string | undefined;
        readonly stimerDirect?: Tristate;
      }
    | undefined;
}
