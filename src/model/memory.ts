import type { Place } from './place';

/** `<page size= unit= nodeset=>`, bytes. */
export interface HugePage {
  readonly at: Place;
  readonly size?: number | undefined;
  /** The cells of the guest that have such pages; absent: those that no other page names. */
  readonly nodeset?: readonly number[] | undefined;
}

/** Memory of the guest; sizes in bytes, rounded up to KiB as libvirt does. */
export interface Memory {
  readonly at: Place;
  /** Absent: the sum of the NUMA cells. */
  readonly size?: number | undefined;
  /** It is there, and was refused. */
  readonly sizeRefused: boolean;
  readonly current?: number | undefined;
  readonly max?: { readonly size: number; readonly slots: number } | undefined;
  readonly dumpCore?: boolean | undefined;
  readonly backing?:
    | {
        readonly at: Place;
        /** Undefined: none; empty list: `<hugepages/>`, the default size. */
        readonly hugepages?: readonly HugePage[] | undefined;
        readonly nosharepages: boolean;
        readonly locked: boolean;
        readonly source?: 'file' | 'anonymous' | 'memfd' | undefined;
        readonly access?: 'shared' | 'private' | undefined;
        readonly allocation?:
          | { readonly mode?: 'immediate' | 'ondemand' | undefined; readonly threads?: number | undefined }
          | undefined;
        readonly discard: boolean;
      }
    | undefined;
  /** `<memtune><hard_limit>`, bytes. */
  readonly hardLimit?: number | undefined;
  /** `<memtune><min_guarantee>`: of other hypervisors. */
  readonly hasMinGuarantee: boolean;
}
