/** A memory back end: names as in QEMU, absent ones are left to QEMU. */
export interface PlannedMemoryBackend {
  readonly type: 'memory-backend-ram' | 'memory-backend-file' | 'memory-backend-memfd' | 'memory-backend-epc';
  readonly id: string;
  readonly hugetlb?: boolean | undefined;
  readonly hugetlbsize?: number | undefined;
  readonly memPath?: string | undefined;
  readonly discardData?: boolean | undefined;
  readonly share?: boolean | undefined;
  readonly merge?: boolean | undefined;
  readonly dump?: boolean | undefined;
  readonly reserve?: boolean | undefined;
  readonly prealloc?: boolean | undefined;
  readonly preallocThreads?: number | undefined;
  readonly preallocContext?: string | undefined;
  readonly xUseCanonicalPath?: boolean | undefined;
  readonly size: number;
  readonly align?: number | undefined;
  readonly pmem?: boolean | undefined;
  readonly hostNodes?: readonly number[] | undefined;
  readonly policy?: 'bind' | 'preferred' | 'interleave' | undefined;
  /** A thread context that comes before it, bound to these host nodes. */
  readonly context?: { readonly id: string; readonly nodeAffinity: readonly number[] } | undefined;
}

/** `-m` and what stands behind it. */
export interface PlannedMemory {
  /** KiB */
  readonly size: number;
  /** The size is the option's whole value, in MiB: -m had no keywords yet. */
  readonly plain: boolean;
  readonly slots?: number | undefined;
  /** KiB */
  readonly maxmem?: number | undefined;
  /** The RAM of a guest without NUMA cells. */
  readonly backend?: PlannedMemoryBackend | undefined;
  /** `-mem-prealloc`, for guests whose cells have no back ends. */
  readonly preallocAll: boolean;
  /** `-mem-path`, likewise. */
  readonly pathOfAll?: string | undefined;
  /** `-overcommit mem-lock=`, which was `-realtime mlock=`. */
  readonly memLock?: { readonly option: '-overcommit' | '-realtime'; readonly locked: boolean } | undefined;
}

/** One `-numa node`. */
export interface PlannedNumaNode {
  readonly nodeid: number;
  readonly cpus: readonly string[];
  readonly initiator?: number | undefined;
  /** MiB, for machines without back ends. */
  readonly mem?: number | undefined;
  readonly backend?: PlannedMemoryBackend | undefined;
}

/** `-numa`. */
export interface PlannedNuma {
  readonly nodes: readonly PlannedNumaNode[];
  readonly distances: readonly { readonly src: number; readonly dst: number; readonly val: number }[];
  readonly links: readonly {
    readonly initiator: number;
    readonly target: number;
    readonly hierarchy: string;
    readonly dataType: string;
    /** nanoseconds */
    readonly latency?: number | undefined;
    /** bytes a second */
    readonly bandwidth?: number | undefined;
  }[];
  readonly caches: readonly {
    readonly nodeId: number;
    readonly size: number;
    readonly level: number;
    readonly associativity: string;
    readonly policy: string;
    readonly line: number;
  }[];
}
