import type { BoardFeatures } from './board-features';
import type { Place } from './place';
import type { Tristate } from './tristate';

/** In the order in which libvirt puts them into -cpu. */
export const HYPERV_ENLIGHTENMENTS = [
  'relaxed',
  'vapic',
  'spinlocks',
  'vpindex',
  'runtime',
  'synic',
  'stimer',
  'reset',
  'vendor_id',
  'frequencies',
  'reenlightenment',
  'tlbflush',
  'ipi',
  'evmcs',
  'avic',
  'emsr_bitmap',
  'xmm_input',
] as const;
export type HypervEnlightenment = (typeof HYPERV_ENLIGHTENMENTS)[number];

/** `<hyperv>`. */
export interface Hyperv {
  readonly at: Place;
  readonly mode?: 'custom' | 'passthrough' | 'host-model' | undefined;
  readonly enlightenments: Readonly<Partial<Record<HypervEnlightenment, Tristate>>>;
  readonly spinlockRetries?: number | undefined;
  readonly vendorId?: string | undefined;
  readonly stimerDirect?: Tristate;
  readonly tlbflushDirect?: Tristate;
  readonly tlbflushExtended?: Tristate;
}

/** `<features>`. What a later family needs is added here. */
export interface Features {
  readonly at: Place;
  readonly acpi: boolean;
  readonly apic?: { readonly eoi?: Tristate } | undefined;
  readonly pae: boolean;
  readonly viridian: boolean;
  readonly pvspinlock?: Tristate;
  readonly pmu?: Tristate;
  readonly vmport?: Tristate;
  readonly smm?: { readonly state?: Tristate; /** bytes */ readonly tseg?: number | undefined } | undefined;
  readonly ioapic?: 'kvm' | 'qemu' | undefined;
  readonly vmcoreinfo?: Tristate;
  readonly ps2?: Tristate;
  readonly asyncTeardown?: Tristate;
  /** `<tcg><tb-cache>`, bytes. */
  readonly tcgTbCache?: number | undefined;
  /** hidden, hint-dedicated, poll-control, pv-ipi. */
  readonly kvm: Readonly<Record<string, Tristate>>;
  readonly kvmDirtyRing?: Tristate;
  readonly kvmDirtyRingSize?: number | undefined;
  readonly hyperv?: Hyperv | undefined;
  readonly board: BoardFeatures;
}
