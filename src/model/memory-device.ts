import type { DeviceBase } from './device-base';
import type { Place } from './place';
import type { VirtioOptions } from './virtio';

export const MEMORY_MODELS = ['dimm', 'nvdimm', 'virtio-pmem', 'virtio-mem', 'sgx-epc'] as const;
export type MemoryModel = (typeof MEMORY_MODELS)[number];

/** `<devices><memory>`: memory beside that of the start; sizes in bytes. */
export interface MemoryDevice extends DeviceBase {
  readonly kind: 'memory';
  readonly model: MemoryModel;
  readonly access?: 'shared' | 'private' | undefined;
  readonly discard?: boolean | undefined;
  readonly uuid?: string | undefined;
  readonly virtio: VirtioOptions;
  /** What is behind it on the host. */
  readonly source: {
    readonly pageSize?: number | undefined;
    readonly nodes?: readonly number[] | undefined;
    readonly path?: string | undefined;
    readonly align?: number | undefined;
    readonly pmem: boolean;
  };
  /** How the guest sees it. */
  readonly target: {
    readonly at: Place;
    readonly size: number;
    /** Of the guest's NUMA cells. */
    readonly node?: number | undefined;
    readonly block?: number | undefined;
    readonly requested?: number | undefined;
    readonly label?: number | undefined;
    readonly readonly: boolean;
    /** Of virtio devices; modules have theirs in `address`. */
    readonly base?: number | undefined;
    readonly dynamicMemslots?: boolean | undefined;
  };
}
