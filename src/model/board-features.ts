import type { Tristate } from './tristate';

/** `<cfpc>` and `<sbbc>`: how far a POWER guest is guarded against speculation. */
export const SPECULATION_GUARDS = ['broken', 'workaround', 'fixed'] as const;
/** `<ibs>`: the same for indirect branches. */
export const BRANCH_GUARDS = ['broken', 'workaround', 'fixed-ibs', 'fixed-ccd', 'fixed-na'] as const;
export const GIC_VERSIONS = ['2', '3', 'host'] as const;
export const AIA_VALUES = ['none', 'aplic', 'aplic-imsic'] as const;

/** Features of `<features>` that only boards of one architecture have. */
export interface BoardFeatures {
  /** ARM: the interrupt controller. */
  readonly gic?: { readonly version?: (typeof GIC_VERSIONS)[number] | undefined } | undefined;
  /** ARM: the guest may run guests of its own. */
  readonly virtualization?: true | undefined;
  /** ARM: errors of memory reach the guest. */
  readonly ras?: Tristate;
  /** RISC-V: the interrupt architecture. */
  readonly aia?: (typeof AIA_VALUES)[number] | undefined;
  /** POWER: the hash page table; its largest page in bytes. */
  readonly hpt?:
    | {
        readonly resizing?: 'enabled' | 'disabled' | 'required' | undefined;
        readonly maxPageSize?: number | undefined;
      }
    | undefined;
  readonly htm?: Tristate;
  readonly 'nested-hv'?: Tristate;
  readonly 'ccf-assist'?: Tristate;
  readonly cfpc?: (typeof SPECULATION_GUARDS)[number] | undefined;
  readonly sbbc?: (typeof SPECULATION_GUARDS)[number] | undefined;
  readonly ibs?: (typeof BRANCH_GUARDS)[number] | undefined;
}
